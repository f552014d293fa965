import type { ErrorKind } from '@peyvand/imports/contract'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { CellProblem } from './import-target.ts'
import { loadImport } from './import-view.ts'
import { rowErrors } from './row-errors.ts'

/** The kinds of faults of an import's rows, most frequent first. @throws AppError notFound (404) */
export async function listErrorKinds(ctx: Ctx, id: string): Promise<ErrorKind[]> {
  const { columns } = await loadImport(ctx, id)
  const { rows } = await sql<{ problem: CellProblem; rows: number }>`
    select min(p.value::text)::jsonb as problem, count(distinct r.row)::int as rows
    from import_rows r, jsonb_array_elements(r.problems) p
    where r.tenant_id = ${ctx.tenantId} and r.import_id = ${id}::uuid and r.outcome = 'invalid'
    group by p.value ->> 'code', p.value ->> 'column'
    order by rows desc limit 50`.execute(ctx.db)
  return rows.flatMap(({ problem, rows }) =>
    rowErrors(ctx, columns, { row: 0, problems: [problem] }).map(({ column, code, message }) => ({
      code,
      column,
      columnAt: problem.column,
      message,
      rows,
    })),
  )
}
