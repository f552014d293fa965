import type { ImportRow } from '@peyvand/imports/contract'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { loadImport } from './import-view.ts'
import { rowErrors } from './row-errors.ts'

interface RowsQuery {
  outcome?: ImportRow['outcome'] | undefined
  code?: string | undefined
  column?: number | undefined
  after: number
  limit: number
}

/** Rows of an import as judged, in the order of the file. @throws AppError notFound (404) */
export async function listImportRows(
  ctx: Ctx,
  id: string,
  { outcome, code, column, after, limit }: RowsQuery,
): Promise<{ items: ImportRow[]; nextAfter: number | null }> {
  const { columns } = await loadImport(ctx, id)
  const rows = await ctx.db
    .selectFrom('importRows')
    .select(['row', 'cells', 'outcome', 'problems', 'match'])
    .where('tenantId', '=', ctx.tenantId)
    .where('importId', '=', id)
    .where('row', '>', after)
    .$if(outcome !== undefined, (qb) => qb.where('outcome', '=', outcome as ImportRow['outcome']))
    .$if(code !== undefined, (qb) =>
      qb.where(
        sql<boolean>`problems @> ${JSON.stringify([column === undefined ? { code } : { code, column }])}::jsonb`,
      ),
    )
    .orderBy('row')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => {
    const earlier = /^row:(\d+):/.exec(row.match ?? '')?.[1]
    return {
      row: row.row,
      cells: row.cells,
      outcome: row.outcome,
      recordId: earlier ? null : row.match,
      sameAsRow: earlier ? Number(earlier) : null,
      errors: rowErrors(ctx, columns, row),
    }
  })
  return { items, nextAfter: rows.length > limit ? (items.at(-1)?.row ?? null) : null }
}
