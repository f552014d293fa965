import { type RawBuilder, sql } from 'kysely'

/** SQL for the title of the deal whose id a column holds, deleted or not; null where the column is null. */
export const dealTitle = (column: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`(select deal_named.title from deals deal_named
       where deal_named.tenant_id = current_setting('app.tenant_id')::int and deal_named.id = ${column})`
