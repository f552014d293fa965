import type { App } from '@peyvand/platform/server'

/**
 * Brings the database's statistics of the tables that changed up to date. It does so itself about once a minute; a
 * firm filled within seconds would be planned for as if it were empty, and its statements would read whole indexes.
 */
export async function replan(app: App): Promise<void> {
  const { rows } = await app.ownerPool.query<{ name: string }>(
    `select relid::regclass::text as name from pg_stat_user_tables
     where n_mod_since_analyze > 0 and schemaname = current_schema()`,
  )
  if (rows.length > 0) await app.ownerPool.query(`analyze ${rows.map(({ name }) => name).join(', ')}`)
}
