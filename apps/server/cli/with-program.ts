import { directory } from '@peyvand/identity/server'
import type { App } from '@peyvand/platform/server'
import type { Settings } from '@peyvand/platform/settings'
import { createApp } from '../create-app.ts'
import { modules } from '../modules.ts'
import { openDatabase } from '../open-database.ts'
import { errorLog } from './error-log.ts'

/**
 * Runs a command on the firm's database: joins the one of a running program, or starts it and stops it after.
 * Jobs that the command starts are done by the program's workers, now or at its next start.
 */
export async function withProgram<T>(settings: Settings, run: (app: App) => Promise<T>): Promise<T> {
  const database = await openDatabase({ settings, log: errorLog, join: true })
  try {
    const { app, close } = await createApp({ settings, database, log: errorLog, modules, directory })
    try {
      return await run(app)
    } finally {
      await close()
    }
  } finally {
    await database.close()
  }
}
