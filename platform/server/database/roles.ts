import { createHmac } from 'node:crypto'
import pg from 'pg'
import { StartupError } from '../startup-error.ts'
import { withClient } from './with-client.ts'

export type DatabaseRoles = {
  /** Owns the tables; migrates. A direct connection. */
  owner: pg.PoolConfig
  /** The program at work: row-level security holds it. May pass through a transaction pooler. */
  app: pg.PoolConfig
  /** The same role without a pooler between: LISTEN, jobs, advisory locks of sessions. */
  direct: pg.PoolConfig
  /** True when one role does everything and row-level security therefore protects nothing. */
  singleRole: boolean
}

type Options = {
  /** The owner's connection; through a pooler when `directConfig` is given too. */
  ownerConfig: pg.ConnectionConfig
  /** The owner's connection past the pooler. */
  directConfig?: pg.ConnectionConfig
  /** Every process that shares this key derives the same password. */
  secretKey: Buffer
  /** Overrides the derived role: the administrator made one (DATABASE_APP_URL). */
  appUrl?: string
  /** Work on with the owner's role where no second one can be made (PEYVAND_ALLOW_SINGLE_ROLE=1). */
  allowSingleRole?: boolean
}

const extensions = ['pg_trgm', 'btree_gin']

/**
 * Prepares a database for the program, embedded or not: the extensions, the role `<database>_app` that owns nothing,
 * and its rights on what the owner has and will make. Safe to repeat and to run in several processes at once.
 * Refuses with `database.noAppRole` where the second role cannot be made.
 */
export async function prepareDatabase(options: Options): Promise<DatabaseRoles> {
  const owner = options.directConfig ?? options.ownerConfig
  return withClient(owner, async (client) => {
    await locked(client, async () => {
      for (const name of extensions) await createExtension(client, name)
    })
    const app = await appConfig(client, options)
    if (!app) return { owner, app: options.ownerConfig, direct: owner, singleRole: true }
    await locked(client, () => grantRights(client, app.role))
    return { owner, app: app.config, direct: app.direct, singleRole: false }
  })
}

/** Name of the role at work in a database. */
export function appRoleName(database: string): string {
  return `${database.slice(0, 55)}_app`
}

async function appConfig(client: pg.Client, options: Options) {
  const { rows } = await client.query<{ database: string; user: string }>(
    'SELECT current_database() AS database, current_user AS user',
  )
  const { database = '', user = '' } = rows[0] ?? {}
  const viaUrl = options.appUrl ? await givenRole(options.appUrl, user) : undefined
  if (viaUrl) return { role: viaUrl.role, config: viaUrl.config, direct: past(options, viaUrl.config) }

  const role = appRoleName(database)
  const password = createHmac('sha256', options.secretKey).update(`postgres role ${role}`).digest('base64url')
  const config = withLogin(options.ownerConfig, role, password)
  const direct = withLogin(options.directConfig ?? options.ownerConfig, role, password)
  if (await canSignIn(direct)) {
    await assertHeldByPolicies(client, role)
    return { role, config, direct }
  }
  try {
    await locked(client, () => makeRole(client, role, password))
  } catch (cause) {
    if (options.allowSingleRole) return undefined
    throw noAppRole(role, cause)
  }
  if (!(await canSignIn(direct))) {
    if (options.allowSingleRole) return undefined
    throw noAppRole(role, new Error('the role was made, but the server refuses its password (pg_hba.conf)'))
  }
  await assertHeldByPolicies(client, role)
  return { role, config, direct }
}

async function givenRole(appUrl: string, owner: string) {
  const config = { connectionString: appUrl }
  return withClient(config, async (client) => {
    const { rows } = await client.query<{ role: string }>('SELECT current_user AS role')
    const role = rows[0]?.role ?? ''
    if (role === owner) throw noAppRole(role, new Error('DATABASE_APP_URL signs in as the owner'))
    await assertHeldByPolicies(client, role)
    return { role, config }
  })
}

// DATABASE_APP_URL may lead to the pooler; its user and password hold on the direct address as well.
function past(options: Options, app: { connectionString: string }): pg.PoolConfig {
  if (!options.directConfig) return app
  const { user = '', password = '' } = new pg.Client(app)
  return withLogin(options.directConfig, user, password ?? '')
}

async function makeRole(client: pg.Client, role: string, password: string): Promise<void> {
  const exists = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  const name = pg.escapeIdentifier(role)
  const secret = pg.escapeLiteral(password)
  await client.query(
    exists.rowCount
      ? `ALTER ROLE ${name} LOGIN PASSWORD ${secret}`
      : `CREATE ROLE ${name} LOGIN NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${secret}`,
  )
}

// What exists already is granted to a role new to this database only (a restored or renamed one): the rights that
// migrations took away from the role at work, such as changing the audit log, must not come back at the next start.
async function grantRights(client: pg.Client, role: string): Promise<void> {
  const app = pg.escapeIdentifier(role)
  const known = await client.query(
    'SELECT FROM pg_default_acl, aclexplode(defaclacl) AS granted WHERE granted.grantee = $1::regrole LIMIT 1',
    [app],
  )
  const { rows } = await client.query<{ schema: string; database: string }>(
    `SELECT nspname::regnamespace::text AS schema, current_database() AS database FROM pg_namespace
     WHERE nspname = 'public' OR (pg_get_userbyid(nspowner) = current_user AND nspname !~ '^pg_')`,
  )
  await client.query(
    `GRANT CONNECT, TEMPORARY ON DATABASE ${pg.escapeIdentifier(rows[0]?.database ?? '')} TO ${app}`,
  )
  for (const { schema } of rows) {
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${app}`)
    for (const { kind, rights } of granted)
      await client.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ${rights} ON ${kind}S TO ${app}`)
  }
  if (!known.rowCount) await grantExisting(client, app)
}

const granted = [
  { kind: 'TABLE', rights: 'SELECT, INSERT, UPDATE, DELETE', relkinds: ['r', 'p', 'v', 'm'] },
  { kind: 'SEQUENCE', rights: 'USAGE, SELECT', relkinds: ['S'] },
  { kind: 'FUNCTION', rights: 'EXECUTE', relkinds: [] },
]

// Only what is the owner's: extensions made by a superuser bring things of their own into the same schema.
async function grantExisting(client: pg.Client, app: string): Promise<void> {
  for (const { kind, rights, relkinds } of granted) {
    const { rows } = await client.query<{ name: string }>(
      kind === 'FUNCTION'
        ? `SELECT oid::regprocedure::text AS name FROM pg_proc WHERE pg_get_userbyid(proowner) = current_user AND prokind <> 'p'`
        : `SELECT oid::regclass::text AS name FROM pg_class
           WHERE pg_get_userbyid(relowner) = current_user AND relkind::text = ANY('{${relkinds.join()}}')`,
    )
    for (const { name } of rows) await client.query(`GRANT ${rights} ON ${kind} ${name} TO ${app}`)
  }
}

async function assertHeldByPolicies(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ exempt: boolean; owns: boolean }>(
    `SELECT rolsuper OR rolbypassrls AS exempt,
            EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p')) AS owns
     FROM pg_roles WHERE rolname = $1`,
    [role],
  )
  if (rows[0]?.exempt || rows[0]?.owns)
    throw new StartupError('database.appRoleTooStrong', {
      en: `The database role ${role} is a superuser, has BYPASSRLS or owns tables, so row-level security would not hold it. Give the program a plain role that owns nothing.`,
      fa: `نقش ${role} در پایگاه داده SUPERUSER است، BYPASSRLS دارد یا مالک جدولی است و جدایی داده‌های شرکت‌ها بر آن اثر نمی‌کند. نقشی ساده به برنامه بدهید که مالک چیزی نباشد.`,
    })
}

async function createExtension(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('SELECT FROM pg_extension WHERE extname = $1', [name])
  if (found.rowCount) return
  try {
    await client.query(`CREATE EXTENSION ${name}`)
  } catch (cause) {
    throw new StartupError(
      'database.extensionMissing',
      {
        en: `The database has no extension ${name} and its owner may not create it (${reason(cause)}). Let the server's administrator run, in this database: CREATE EXTENSION ${name}. On Debian it comes with the package postgresql-contrib or the server itself.`,
        fa: `افزونهٔ ${name} در پایگاه داده نیست و مالک آن اجازهٔ ساختنش را ندارد (${reason(cause)}). از مدیر سرور بخواهید در همین پایگاه داده CREATE EXTENSION ${name} را اجرا کند.`,
      },
      { cause },
    )
  }
}

// Two processes that grant at the same time would meet "tuple concurrently updated".
async function locked(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('peyvand: prepare database'))`)
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function canSignIn(config: pg.PoolConfig): Promise<boolean> {
  try {
    await withClient(config, async () => {})
    return true
  } catch (error) {
    // 28P01 wrong password, 28000 no such role or not let in
    if (error instanceof pg.DatabaseError && ['28P01', '28000'].includes(error.code ?? '')) return false
    throw error
  }
}

function withLogin(config: pg.ConnectionConfig, user: string, password: string): pg.PoolConfig {
  if (!config.connectionString) return { ...config, user, password }
  // Not by URL: it refuses the form without a host that names a socket folder (postgres://me@/db?host=/run/…).
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`
  return {
    ...config,
    connectionString: config.connectionString.replace(/^(\w+:\/\/)([^@/?]*@)?/, `$1${login}`),
  }
}

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))

function noAppRole(role: string, cause: unknown) {
  return new StartupError(
    'database.noAppRole',
    {
      en: `The program needs a second database role, ${role}, that row-level security holds, and could not make it (${reason(cause)}). Give the owner CREATEROLE (ALTER ROLE … CREATEROLE), or make a role yourself and put it into DATABASE_APP_URL. PEYVAND_ALLOW_SINGLE_ROLE=1 works without it: then only the program's own checks keep firms apart, not the database.`,
      fa: `برنامه به نقش دومی به نام ${role} در پایگاه داده نیاز دارد تا داده‌های شرکت‌ها در خود پایگاه داده از هم جدا بمانند و نتوانست آن را بسازد (${reason(cause)}). به مالک پایگاه داده اجازهٔ CREATEROLE بدهید یا نقشی بسازید و نشانی آن را در DATABASE_APP_URL بنویسید. با PEYVAND_ALLOW_SINGLE_ROLE=1 بدون آن هم کار می‌کند، اما آن‌گاه تنها خود برنامه شرکت‌ها را از هم جدا نگه می‌دارد.`,
    },
    { cause },
  )
}
