import type { FileColumn, RowError } from '@peyvand/imports/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { CellProblem } from './import-target.ts'

/** Faults of a row in the caller's words, at the headers of the file. */
export function rowErrors(
  ctx: Ctx,
  columns: readonly FileColumn[],
  { row, problems }: { row: number; problems: readonly CellProblem[] },
): RowError[] {
  return problems
    .toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1))
    .map(({ column, code, params }) => ({
      row,
      column:
        column === null
          ? ''
          : (columns.find((one) => one.column === column)?.header ?? '') || String(column + 1),
      code,
      message: ctx.registry.translate(ctx.locale, `error.${code}`, params),
    }))
}
