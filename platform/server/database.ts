import { createHash } from 'node:crypto'
import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresDialect,
  type QueryResult,
  Transaction,
} from 'kysely'
import pg from 'pg'
import { gatherWrites } from './gathered-writes.ts'
import type { Tables } from './tables.ts'

const { types } = pg
const dateType = 1082
const timestamptzType = 1184

// Days stay `YYYY-MM-DD` and moments become ISO strings: a JavaScript Date would add a time zone to the former.
types.setTypeParser(dateType, (text) => text)
types.setTypeParser(timestamptzType, (text) => new Date(text).toISOString())

/** Opens the program's pool of connections; `preparedStatements` must be off behind a transaction pooler. */
export function createPool(config: pg.PoolConfig, { preparedStatements = true } = {}): pg.Pool {
  const pool = new pg.Pool({
    max: 10,
    application_name: 'peyvand',
    pipeline: true,
    ...config,
    ...(preparedStatements ? { Client: PreparingClient as unknown as typeof pg.Client } : {}),
  })
  // An idle connection that the server closed must not end the program; the next query gets a new one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

/** Kysely over a pool; all work goes through `inTransaction`, which names the firm. */
export function createDatabase(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

interface InTransaction<T> {
  tenantId: number | null
  readOnly?: boolean
  run(trx: Transaction<Tables>): Promise<T>
}

/**
 * Runs in one transaction that sees only the firm's rows (null: no firm's); read-only transactions cannot write.
 * Statements that are not waited for one by one share a round trip: the connection answers them in order. After
 * the end nothing more is let through, and no commit passes over a statement that failed.
 */
export function inTransaction<T>(
  db: Kysely<Tables>,
  { tenantId, readOnly = false, run }: InTransaction<T>,
): Promise<T> {
  if (tenantId !== null && !Number.isSafeInteger(tenantId)) throw new Error('tenant id must be an integer')
  // One round trip: begins and names the firm by a literal, which also reaches the workers of a sharded database.
  const begin = readOnly ? 'begin read only' : 'begin'
  const setTenant = tenantId === null ? '' : `; set local app.tenant_id = '${tenantId}'`

  return db.getExecutor().provideConnection(async (connection) => {
    const frame = frameOf(connection)
    const executor = db.getExecutor().withConnectionProvider({ provideConnection: (use) => use(frame) })
    const trx = new Transaction<Tables>({ ...ofNoUse, executor })
    frame.beforeEach = gatherWrites(
      trx,
      (write) => void frame.send(write.compile(trx)).catch(() => undefined),
    )
    try {
      frame.executeQuery(CompiledQuery.raw(begin + setTenant)).catch(() => undefined)
      const answer = await run(trx)
      frame.beforeEach()
      await frame.end('commit')
      if (frame.failure) throw frame.failure
      return answer
    } catch (error) {
      await frame.end('rollback').catch(() => undefined)
      throw isAborted(error) ? (frame.failure ?? error) : error
    }
  })
}

/** A connection as one transaction has it. */
interface Frame extends DatabaseConnection {
  /** What the first statement that failed failed of. */
  failure: unknown
  /** Sends what is to go before the next statement. */
  beforeEach(): void
  /** Asks without `beforeEach`. */
  send<R>(query: CompiledQuery): Promise<QueryResult<R>>
  end(how: 'commit' | 'rollback'): Promise<unknown>
}

function frameOf(connection: DatabaseConnection): Frame {
  let isOver = false
  const frame: Frame = {
    failure: undefined,
    beforeEach: () => undefined,
    executeQuery: (query) => {
      frame.beforeEach()
      return frame.send(query)
    },
    send: async <R>(query: CompiledQuery) => {
      try {
        if (isOver) throw new Error('the transaction is over')
        return await connection.executeQuery<R>(query)
      } catch (error) {
        frame.failure ??= error
        throw error
      }
    },
    streamQuery: (query, chunkSize) => {
      frame.beforeEach()
      return connection.streamQuery(query, chunkSize)
    },
    end: (how) => {
      isOver = true
      return connection.executeQuery(CompiledQuery.raw(how))
    },
  }
  return frame
}

/** Only says that an earlier statement failed. */
const isAborted = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '25P02'

// A transaction works through its executor alone; Kysely wants the rest for what transactions refuse to do.
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('a transaction has its connection')),
})
const ofNoUse = { config: { dialect }, dialect, driver: new DummyDriver() }

const maxNamed = 400
/** How often a statement came; its name from the third time on. */
const seen = new Map<string, { uses: number; name?: string }>()

/**
 * Names the statements that come again, so that the server parses and plans them once per connection, and hands
 * what is asked in one turn to the network at once.
 */
class PreparingClient extends pg.Client {
  // Overrides a method of many overloads and passes all of them on.
  // oxlint-disable-next-line typescript/no-explicit-any
  override query(...args: any[]): any {
    const { stream } = this.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null
    if (name) return super.query({ name, text, values }, ...rest)
    return (super.query as (...all: unknown[]) => unknown)(...args)
  }
}

function nameOf(text: string): string | null {
  const known = seen.get(text) ?? { uses: 0 }
  known.uses += 1
  if (known.uses > 1 || seen.size < maxNamed) seen.set(text, known)
  if (known.uses > 2) known.name ??= createHash('sha1').update(text).digest('base64url')
  return known.name ?? null
}
