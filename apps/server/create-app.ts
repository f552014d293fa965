import {
  type App,
  createDatabase,
  createLiveHub,
  createPool,
  createRegistry,
  type Directory,
  type ModuleManifest,
  migrateToLatest,
} from '@peyvand/platform/server'
import type { Settings } from '@peyvand/platform/settings'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { createStorage } from './create-storage.ts'
import type { OpenDatabase } from './open-database.ts'

interface CreateApp {
  settings: Settings
  database: OpenDatabase
  log: Logger
  modules: readonly ModuleManifest[]
  directory: Directory
}

export interface ComposedApp {
  app: App
  setReady(ready: boolean): void
  close(): Promise<void>
}

/** Migrates the database and puts the program's parts together; nothing listens or works yet. */
export async function createApp({
  settings,
  database,
  log,
  modules,
  directory,
}: CreateApp): Promise<ComposedApp> {
  const { roles, secretKey } = database
  const ownerPool = createPool(
    // Backups stream through it, which a pipeline of statements does not let through.
    { ...roles.owner, max: 6, pipeline: false, application_name: 'peyvand owner' },
    { preparedStatements: false },
  )
  const pool = createPool(
    { ...roles.app, max: settings.databasePool },
    { preparedStatements: !settings.database?.directUrl },
  )
  let ready = false
  const app: App = {
    db: createDatabase(pool),
    registry: createRegistry(modules),
    now: () => new Date(),
    pool,
    ownerPool,
    storage: await createStorage(settings),
    live: createLiveHub(roles.direct, () => app),
    directory,
    log,
    secretKey,
    publicUrl: settings.publicUrl,
    insideHosts: settings.insideHosts,
    defaultLocale: 'fa',
    ready: () => ready,
  }
  const close = async () => {
    await app.live.close()
    await Promise.all([pool.end(), ownerPool.end()])
  }
  try {
    const applied = await migrateToLatest(ownerPool, modules, await roleOf(pool))
    if (applied.length > 0) log.info({ applied }, 'database migrated')
  } catch (error) {
    await close()
    throw error
  }
  return {
    app,
    setReady: (value) => {
      ready = value
    },
    close,
  }
}

/** The role's name is not in the settings where they are an address. */
async function roleOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ role: string }>('select current_user as role')
  return rows[0]?.role ?? ''
}
