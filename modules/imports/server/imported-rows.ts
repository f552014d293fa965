import { anyOf, type Ctx, operationOfRequest } from '@peyvand/platform/server'
import { sql } from 'kysely'

interface Asked {
  partyId: string
  /** Entries of the audit log that imports wrote. */
  changeIds: readonly string[]
}

/** The file and row that each change of a party came from; what is no longer kept is missing. */
export async function importedRowsOf(
  ctx: Ctx,
  { partyId, changeIds }: Asked,
): Promise<Record<string, { name: string; row: number }>> {
  const entries = await ctx.db
    .selectFrom('auditLog')
    .select(['id', 'requestId'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, changeIds))
    .execute()
  const operations = new Map(entries.map(({ id, requestId }) => [id, operationOfRequest(requestId)]))
  const { rows } = await sql<{ operationId: string; name: string; row: number }>`
    select o.id as operation_id, i.file_name as name, min(r.row) as row
    from operations o
    join imports i on i.tenant_id = o.tenant_id and i.id::text = o.input ->> 'importId'
    join import_rows r on r.tenant_id = i.tenant_id and r.import_id = i.id
    where o.tenant_id = ${ctx.tenantId}
      and ${anyOf(
        sql`o.id`,
        [...operations.values()].filter((id) => id !== null),
      )}
      and (r.match = ${partyId} or r.written @> ${JSON.stringify([{ id: partyId }])}::jsonb)
    group by o.id, i.file_name`.execute(ctx.db)
  const found = new Map(rows.map(({ operationId, name, row }) => [operationId, { name, row }]))
  return Object.fromEntries(
    [...operations].flatMap(([id, operation]) => {
      const file = operation && found.get(operation)
      return file ? [[id, file]] : []
    }),
  )
}
