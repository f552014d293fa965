import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

const { types } = pg
const dateType = 1082
const timestamptzType = 1184

// Days stay `YYYY-MM-DD` and moments become ISO strings: a JavaScript Date would add a time zone to the former.
types.setTypeParser(dateType, (text) => text)
types.setTypeParser(timestamptzType, (text) => new Date(text).toISOString())

/** The firm whose rows the next transaction may see; null sees no firm's rows. */
interface TransactionScope {
  tenantId: number | null
}
const scope = new AsyncLocalStorage<TransactionScope>()

/** Opens the program's pool of connections; `preparedStatements` must be off behind a transaction pooler. */
export function createPool(config: pg.PoolConfig, { preparedStatements = true } = {}): pg.Pool {
  const pool = new pg.Pool({
    max: 10,
    application_name: 'peyvand',
    ...config,
    ...(preparedStatements ? { Client: PreparingClient as unknown as typeof pg.Client } : {}),
  })
  // An idle connection that the server closed must not end the program; the next query gets a new one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

/** Kysely over a pool whose transactions begin inside one firm (row-level security). */
export function createDatabase(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new TenantDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

interface InTransaction<T> {
  tenantId: number | null
  readOnly?: boolean
  run(trx: Transaction<Tables>): Promise<T>
}

/** Runs in one transaction that sees only the firm's rows; read-only transactions cannot write. */
export function inTransaction<T>(
  db: Kysely<Tables>,
  { tenantId, readOnly = false, run }: InTransaction<T>,
): Promise<T> {
  return scope.run({ tenantId }, () =>
    db
      .transaction()
      .setAccessMode(readOnly ? 'read only' : 'read write')
      .execute(run),
  )
}

class TenantDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new TenantDriver(this.#config)
  }
}

class TenantDriver extends PostgresDriver {
  /** One round trip: begins and names the firm by a literal, which also reaches the workers of a sharded database. */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const tenantId = scope.getStore()?.tenantId ?? null
    if (tenantId !== null && !Number.isSafeInteger(tenantId)) throw new Error('tenant id must be an integer')
    const begin = settings.accessMode === 'read only' ? 'begin read only' : 'begin'
    const setTenant = tenantId === null ? '' : `; set local app.tenant_id = '${tenantId}'`
    await connection.executeQuery(CompiledQuery.raw(begin + setTenant))
  }
}

const maxNamed = 400
const seen = new Map<string, number>()

/** Names the statements that come again, so that the server parses and plans them once per connection. */
class PreparingClient extends pg.Client {
  // Overrides a method of many overloads and passes all of them on.
  // oxlint-disable-next-line typescript/no-explicit-any
  override query(...args: any[]): any {
    const [text, values, ...rest] = args
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const uses = (seen.get(text) ?? 0) + 1
      if (uses > 1 || seen.size < maxNamed) seen.set(text, uses)
      if (uses > 2) {
        const name = createHash('sha1').update(text).digest('base64url')
        return super.query({ name, text, values }, ...rest)
      }
    }
    return (super.query as (...all: unknown[]) => unknown)(...args)
  }
}
