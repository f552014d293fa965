import type { FileColumn } from '@peyvand/imports/contract'
import { type Actor, type App, type FileAnswer, withCtx } from '@peyvand/platform/server'
import { loadImport } from './import-view.ts'
import { rowErrors } from './row-errors.ts'
import { tableFile, tableTypes } from './writing/table-file.ts'

const rowsAtOnce = 1000

/** The faulty rows in the format of the file, with a last column that tells the faults; it is imported as it is. */
export async function errorFile(app: App, actor: Actor, id: string): Promise<FileAnswer> {
  const row = await withCtx(app, { actor, readOnly: true, run: (ctx) => loadImport(ctx, id) })
  const { delimiter } = row.format
  // The cards' own format has no place for faults.
  const kind = row.format.kind === 'xlsx' ? 'xlsx' : 'csv'
  const columns = row.columns
  const stem = row.fileName.replace(/\.[^.]*$/, '')
  const label = app.registry.translate(actor.locale, 'imports.errorColumn')
  return {
    stream: tableFile({
      kind,
      delimiter,
      headers: [...columns.map((column, index) => column.header || String(index + 1)), label],
      rightToLeft: actor.locale === 'fa',
      rows: faultyRows(app, actor, { id, columns }),
    }),
    name: `${stem} - ${label}.${kind}`,
    type: tableTypes[kind],
  }
}

async function* faultyRows(
  app: App,
  actor: Actor,
  { id, columns }: { id: string; columns: FileColumn[] },
): AsyncGenerator<string[]> {
  for (let after = 0; ; ) {
    const rows = await withCtx(app, {
      actor,
      readOnly: true,
      run: async (ctx) => {
        const found = await ctx.db
          .selectFrom('importRows')
          .select(['row', 'cells', 'problems'])
          .where('tenantId', '=', ctx.tenantId)
          .where('importId', '=', id)
          .where('outcome', '=', 'invalid')
          .where('row', '>', after)
          .orderBy('row')
          .limit(rowsAtOnce)
          .execute()
        return found.map((row) => ({ ...row, errors: rowErrors(ctx, columns, row) }))
      },
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.row
    for (const { cells, errors } of rows) {
      const told = errors
        .map(({ column, message }) => (column ? `${column}: ${message}` : message))
        .join(' | ')
      yield [...columns.map((_, index) => cells[index] ?? ''), told]
    }
  }
}
