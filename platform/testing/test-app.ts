import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import {
  type Actor,
  type App,
  buildHttp,
  type Ctx,
  createCtx,
  createDatabase,
  createDiskStorage,
  createPool,
  createRegistry,
  inTransaction,
  jobLogger,
  taskList,
  withCtx,
} from '../server/index.ts'
import { flushPending, newPending, type Pending } from '../server/pending.ts'
import { loadedModules } from './loaded-modules.ts'
import { createTestDatabase } from './test-database.ts'

class RolledBack extends Error {}

type Server = Awaited<ReturnType<typeof buildHttp>>

export interface TestApp {
  readonly app: App
  /** Requests without a network: `server.inject({ method, url, headers, payload })`. */
  readonly server: Server
  /** Runs as the actor in a transaction that is rolled back; `pending` holds what would be emitted. */
  rolledBack<T>(actor: Actor, run: (ctx: Ctx, pending: Pending) => Promise<T>): Promise<T>
  /** Runs as the actor and commits. */
  committed<T>(actor: Actor, run: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Does every job that is due, also those that jobs start. */
  runJobs(): Promise<void>
}

/** Only what is written in batches is waited for before the run ends. */
const waitingForEnds = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

/**
 * The whole program on a database of its own, for the tests of one file; call it at the top of the file.
 * Nothing of ours is faked: only the clock may be set, through `now`.
 */
export function testApp(options: { now?: () => Date } = {}): TestApp {
  let app: App
  let server: Server
  let stop: () => Promise<void>

  beforeAll(async () => {
    const database = await createTestDatabase()
    const files = await mkdtemp(join(tmpdir(), 'peyvand-files-'))
    const pool = createPool({ ...database.app, max: 5 })
    const ownerPool = createPool({ ...database.owner, max: 5 }, { preparedStatements: false })
    const { modules, directory } = loadedModules()
    app = {
      db: createDatabase(pool),
      registry: createRegistry(modules),
      now: options.now ?? (() => new Date()),
      pool,
      ownerPool,
      storage: createDiskStorage(files),
      live: { add: () => () => undefined, close: async () => undefined },
      directory,
      log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
      secretKey: Buffer.alloc(32, 'only for tests'),
      publicUrl: 'http://localhost',
      insideHosts: ['127.0.0.1', 'localhost'],
      defaultLocale: 'fa',
      ready: () => true,
    }
    server = await buildHttp(app)
    stop = async () => {
      await server.close()
      await Promise.all([pool.end(), ownerPool.end()])
      await database.drop()
      await rm(files, { recursive: true })
    }
  })
  afterAll(() => stop?.())

  return {
    get app() {
      return app
    },
    get server() {
      return server
    },
    committed: (actor, run) => withCtx(app, { actor, run }),
    rolledBack: async (actor, run) => {
      let answer: Awaited<ReturnType<typeof run>> | undefined
      try {
        await inTransaction(app.db, {
          tenantId: actor.firm.tenantId,
          run: async (db) => {
            const pending = newPending()
            const ctx = createCtx(app, { db, actor, requestId: null, ip: null, pending })
            answer = await run(ctx, pending)
            flushPending(ctx, pending)
            // Tells here what of the writes failed.
            await sql`select`.execute(db)
            throw new RolledBack()
          },
        })
      } catch (error) {
        if (!(error instanceof RolledBack)) throw error
      }
      return answer as Awaited<ReturnType<typeof run>>
    },
    runJobs: () =>
      runOnce({
        pgPool: app.ownerPool,
        taskList: taskList(app),
        logger: jobLogger(app),
        noHandleSignals: true,
        preset: waitingForEnds,
      }).then(() => undefined),
  }
}
