import type { ClientBase } from 'pg'

export interface TableShape {
  schema: string
  table: string
  columns: string[]
}

/** Filled by the program at every start, or by processes about themselves: not a firm's data. */
const passing = [
  'public.schema_migrations',
  'public.calendar_days',
  'public.job_workers',
  'graphile_worker.migrations',
]

/** Every table with data of firms, in a fixed order; columns that the database computes are left out. */
export async function tablesToKeep(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as table,
       array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r'
       and c.relowner = (select oid from pg_roles where rolname = current_user)
       and n.nspname || '.' || c.relname <> all($1)
     group by 1, 2 order by 1, 2`,
    [passing],
  )
  return rows
}

export interface SequenceState {
  name: string
  value: string
  isCalled: boolean
}

/** Where every sequence of the owner stands. */
export async function sequenceStates(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and c.relowner = (select oid from pg_roles where rolname = current_user)
     order by 1`,
  )
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${name}`,
    )
    if (found[0]) states.push({ name, ...found[0] })
  }
  return states
}

/** `"public"."parties" ("tenant_id", …)` for COPY. */
export const copyTarget = (client: ClientBase, { schema, table, columns }: TableShape): string =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)} (${columns
    .map((column) => client.escapeIdentifier(column))
    .join(', ')})`
