import { createHash } from 'node:crypto'
import pg from 'pg'
import { prepareDatabase } from '../server/database/roles.ts'
import { findingsError, testDatabase } from '../server/database/self-test.ts'
import { withClient } from '../server/database/with-client.ts'
import { createPool } from '../server/index.ts'

/** Where tests find the migrated template and how they sign in to its copies. Plain data: it crosses processes. */
export type TestTemplate = {
  name: string
  /** Makes and drops databases. */
  admin: pg.ConnectionConfig
  owner: pg.ConnectionConfig
  app: pg.ConnectionConfig
}

type Options = {
  admin: pg.ConnectionConfig
  /** Changes whenever the migrations do; a template of this version that exists already is used again. */
  version: string
  migrate: (ownerPool: pg.Pool, roles: { app: string }) => Promise<void>
}

const ownerName = 'peyvand_test_owner'
const ownerPassword = 'only-for-tests'

/** Makes the database that the databases of the tests are copies of, with the two roles of production. */
export async function makeTestTemplate({ admin, version, migrate }: Options): Promise<TestTemplate> {
  const name = `peyvand_template_${createHash('sha256').update(version).digest('hex').slice(0, 12)}`
  const owner = { ...addressOf(admin), user: ownerName, password: ownerPassword, database: name }
  const secretKey = Buffer.alloc(32, 'only for tests')
  const isReady = await withClient(admin, async (client) => {
    const found = await client.query<{ ready: boolean }>(
      `SELECT shobj_description(oid, 'pg_database') = 'ready' AS ready FROM pg_database WHERE datname = $1`,
      [name],
    )
    if (found.rows[0]?.ready) return true
    await makeOwner(client)
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name} OWNER ${ownerName}`)
    return false
  })
  const roles = await prepareDatabase({ ownerConfig: owner, secretKey })
  if (!isReady) {
    await withClient(owner, async (client) => {
      const error = findingsError(await testDatabase(client))
      if (error) throw error
    })
    const pool = createPool(owner, { preparedStatements: false })
    try {
      // Dropping a database ends the sessions in it, which takes membership of their role.
      const { user = '' } = new pg.Client(admin)
      await pool.query(`GRANT ${roles.app.user} TO ${pg.escapeIdentifier(user)}`)
      await migrate(pool, { app: String(roles.app.user) })
    } finally {
      await pool.end() // nobody may be connected to a template while it is copied
    }
    await withClient(admin, (client) => client.query(`COMMENT ON DATABASE ${name} IS 'ready'`))
  }
  return {
    name,
    admin,
    owner,
    app: { ...owner, user: String(roles.app.user), password: String(roles.app.password) },
  }
}

async function makeOwner(client: pg.Client): Promise<void> {
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [ownerName])
  if (!found.rowCount)
    await client.query(`CREATE ROLE ${ownerName} LOGIN CREATEROLE CREATEDB PASSWORD '${ownerPassword}'`)
  const { rows } = await client.query<{ superuser: boolean }>(
    'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
  )
  // Who makes a database for another role must be a member of it.
  if (!rows[0]?.superuser) await client.query(`GRANT ${ownerName} TO current_user`)
}

function addressOf(config: pg.ConnectionConfig): pg.ConnectionConfig {
  const { host, port } = new pg.Client(config)
  return { host, port }
}
