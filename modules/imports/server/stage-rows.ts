import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { JudgedLot } from './import-pass.ts'
import type { WrittenItem } from './import-target.ts'

/** Keeps a lot's rows as judged and, after the run, what was written of each (by place in the lot). */
export function stageRows(
  ctx: Ctx,
  importId: string,
  { rows }: JudgedLot,
  written: readonly (WrittenItem[] | null)[] = [],
): void {
  const staged = rows.map(({ row, outcome, problems, match, cells }, index) => ({
    row,
    outcome,
    cells,
    problems,
    match: written[index]?.[0]?.id ?? match,
    written: written[index] ?? null,
  }))
  ctx.write(sql`
    insert into import_rows (tenant_id, import_id, row, cells, problems, outcome, match, written)
    select ${ctx.tenantId}, ${importId}::uuid, r.row, r.cells, r.problems, r.outcome, r.match, nullif(r.written, 'null')
    from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb)
      as r (row int, cells jsonb, problems jsonb, outcome text, match text, written jsonb)`)
}

/** Forgets the rows of an earlier check. */
export async function clearRows(ctx: Ctx, importId: string): Promise<void> {
  await ctx.db
    .deleteFrom('importRows')
    .where('tenantId', '=', ctx.tenantId)
    .where('importId', '=', importId)
    .execute()
}
