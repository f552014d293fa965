import { directory, introduceModulesEverywhere, setupFromEnvironment } from '@peyvand/identity/server'
import { apiPrefix, buildHttp, registerLive, startWorker } from '@peyvand/platform/server'
import type { Settings } from '@peyvand/platform/settings'
import { registerApiReference } from './api-reference.ts'
import { startNightlyBackups } from './backup/nightly-backups.ts'
import { createApp } from './create-app.ts'
import { registerHealth } from './health.ts'
import { createLog } from './log.ts'
import { modules } from './modules.ts'
import { openDatabase } from './open-database.ts'
import { serveWeb } from './serve-web.ts'

export interface Program {
  address: string
  stop(): Promise<void>
}

interface StartProgram {
  settings: Settings
  /** The built staff app; without it only the API is served. */
  webFolder: string
}

/** Starts everything this process does: database, migrations, jobs, HTTP; prints the address when ready. */
export async function startProgram({ settings, webFolder }: StartProgram): Promise<Program> {
  const log = createLog(settings.logLevel)
  const database = await openDatabase({
    settings,
    log,
    onLost: (error) => {
      log.fatal({ err: error }, 'the database is lost')
      process.exit(1)
    },
  })
  try {
    const composed = await createApp({ settings, database, log, modules, directory })
    const { app } = composed
    await introduceModulesEverywhere(app)
    await setupFromEnvironment(app, settings.setup)
    const worker = settings.role === 'web' ? null : await startWorker(app)
    const backups = settings.role === 'web' ? null : startNightlyBackups(app, settings)
    const server = await buildHttp(app)
    registerHealth(server, app, worker)
    if (settings.role !== 'worker') {
      registerLive(server, app, `${apiPrefix}/live`)
      registerApiReference(server)
      await serveWeb(server, webFolder)
    }
    await server.listen({ host: settings.host, port: settings.port })
    composed.setReady(true)
    const address = settings.publicUrl
    database.announce(address)
    process.stdout.write(`\nپیوند آماده است · Peyvand is ready: ${address}\n`)
    return {
      address,
      stop: async () => {
        composed.setReady(false)
        await app.live.close()
        await server.close()
        await worker?.stop()
        await backups?.stop()
        await composed.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
