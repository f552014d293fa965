import { createHash } from 'node:crypto'
import { runMigrations as migrateJobQueue } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { fillCalendarDays } from './calendar-days.ts'
import type { ModuleManifest } from './define-module.ts'
import { platformMigrations } from './migrations/index.ts'

/** One step of the schema: forward only, run in its own transaction, never changed once landed. */
export interface Migration {
  /** `20261122T1000-parties-tables`: sorts by time, unique over all modules. */
  id: string
  sql: string
}

const lockKey = 7_202_611_22

/**
 * Brings the database to the program's schema under an advisory lock, so that several processes may start at once;
 * with `only`, to the schema that these steps made, as a backup of an older version needs it.
 * @throws Error when the database was migrated by a newer program or a landed step differs.
 */
export async function migrateToLatest(
  owner: Pool,
  modules: readonly ModuleManifest[],
  appRole: string,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const migrations = migrationsOf(modules)
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await migrateJobQueue({ pgPool: owner })
    await client.query(
      'create table if not exists schema_migrations (id text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const applied = await appliedMigrations(client)
    refuseNewer(migrations, applied)
    const missing = migrations.filter(({ id }) => !applied.has(id) && (!only || only.has(id)))
    for (const migration of missing) await applyOne(client, migration)
    await fillCalendarDays(client)
    await grantToApp(client, modules, appRole)
    return missing.map(({ id }) => id)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined)
    client.release()
  }
}

/** All steps in order of time. */
export function migrationsOf(modules: readonly ModuleManifest[]): Migration[] {
  return [...platformMigrations, ...modules.flatMap((m) => m.migrations ?? [])].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  )
}

const checksum = ({ sql }: Migration) => createHash('sha256').update(sql).digest('hex')

async function appliedMigrations(client: PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; checksum: string }>(
    'select id, checksum from schema_migrations',
  )
  return new Map(rows.map((row) => [row.id, row.checksum]))
}

function refuseNewer(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map((migration) => [migration.id, checksum(migration)]))
  for (const [id, sum] of applied) {
    if (!known.has(id)) {
      throw new Error(
        `The database holds the step ${id}, which this version of Peyvand does not know: start a newer version.`,
      )
    }
    if (known.get(id) !== sum)
      throw new Error(`The migration ${id} differs from the one that made this database.`)
  }
}

async function applyOne(client: PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migrations (id, checksum) values ($1, $2)', [
      migration.id,
      checksum(migration),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.id} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** The working role reads and writes rows, owns nothing, and only ever adds to logs. */
async function grantToApp(
  client: PoolClient,
  modules: readonly ModuleManifest[],
  appRole: string,
): Promise<void> {
  const role = client.escapeIdentifier(appRole)
  const appendOnly = modules.flatMap((m) => m.appendOnly ?? []).map((table) => client.escapeIdentifier(table))
  const schemas = modules.flatMap((m) => m.schemas ?? []).map((name) => client.escapeIdentifier(name))
  await client.query(`
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage on all sequences in schema public to ${role};
    revoke all on job_workers from ${role};
    revoke insert, update, delete on schema_migrations, calendar_days from ${role};
    ${appendOnly.length > 0 ? `revoke update, delete on ${appendOnly.join(', ')} from ${role};` : ''}
    ${schemas
      .map(
        (schema) => `grant usage on schema ${schema} to ${role};
          grant select, insert, update, delete on all tables in schema ${schema} to ${role};`,
      )
      .join('\n')}
  `)
  await grantFunctions(client, role)
}

/** Functions of the owner's alone: those of extensions belong to somebody else and are open already. */
async function grantFunctions(client: PoolClient, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user)`)
  for (const { name } of rows) {
    await client.query(
      `revoke execute on function ${name} from public; grant execute on function ${name} to ${role}`,
    )
  }
}
