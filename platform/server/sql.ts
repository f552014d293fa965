import { type RawBuilder, sql } from 'kysely'

/** Writes a value into a `jsonb` column; plain arrays would become PostgreSQL arrays otherwise. */
export function json<T>(value: T): RawBuilder<T> {
  return sql`${JSON.stringify(value)}::jsonb`
}

/**
 * `column = any($1)` with one parameter however many values there are, so that the statement stays the same. One value is
 * compared by itself: of a list the general plan expects ten, so a plan would be made for each asking anew.
 */
export function anyOf(
  column: RawBuilder<unknown>,
  values: readonly string[],
  type = 'uuid',
): RawBuilder<boolean> {
  const given = sql.raw(type)
  if (values.length === 1) return sql`(${column} = ${values[0]}::${given})`
  return sql`${column} = any(${sql.val([...values])}::${given}[])`
}

/** SQL that puts a new table of firms' data under row-level security; used in migrations. */
export function tenantPolicy(...tables: string[]): string {
  return tables
    .map(
      (table) => `
alter table ${table} enable row level security;
create policy tenant on ${table}
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::int)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::int);`,
    )
    .join('\n')
}
