import { storedFile } from '@peyvand/files/server'
import type { JobRun } from '@peyvand/platform/server'
import { type ImportTarget, importTarget, type RowReader } from './import-target.ts'
import { type JudgedRow, judgeRows, type NewRef } from './judge-rows.ts'
import { openDataLines } from './reading/open-lines.ts'
import type { KeyIndex } from './same-record.ts'
import type { ImportsRow } from './tables.ts'

const rowsAtOnce = 500

/** An import opened for a way through its file. */
export interface ImportPass {
  row: ImportsRow
  target: ImportTarget
  read: RowReader
  storageKey: string
}

/** Rows that follow each other, read and judged. */
export interface JudgedLot {
  rows: (JudgedRow & { cells: string[]; newValues: Record<string, string[]> })[]
  /** The line of the file that the lot ends with. */
  last: number
}

export const openImport = (job: JobRun, importId: string): Promise<ImportPass> =>
  job.inFirm(
    async (ctx) => {
      const row = await ctx.db
        .selectFrom('imports')
        .selectAll()
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', importId)
        .executeTakeFirstOrThrow()
      const target = await importTarget(ctx, row.record)
      return {
        row,
        target,
        storageKey: (await storedFile(ctx, row.fileId)).storageKey,
        read: await target.reader(ctx, row.mapping, { settings: row.settings, importId }),
      }
    },
    { readOnly: true },
  )

interface Judging {
  /** Lines up to this one are passed over. */
  after: number
  /** Names a new record of a row. */
  newRef: NewRef
  /** What the rows of a lot are looked up in beside the stored records; the last of them learns what they make. */
  known(): readonly KeyIndex[]
}

/** Reads the file and judges its rows in order, a lot at a time. @throws AppError imports.unreadable, imports.tooManyRows */
export async function* judgedLots(
  job: JobRun,
  { row: { format, settings }, target, read, storageKey }: ImportPass,
  { after, newRef, known }: Judging,
): AsyncGenerator<JudgedLot> {
  const content = await job.app.storage.get(storageKey)
  for await (const lines of openDataLines(content, format, { after, atOnce: rowsAtOnce })) {
    yield await job.inFirm(
      async (ctx) => {
        const readRows = await read(
          ctx,
          lines.map(({ cells }) => cells),
        )
        const rows = readRows.map((one, index) => ({ ...one, row: lines[index]?.line ?? 0 }))
        const judged = await judgeRows(ctx, { target, settings, rows, known: known(), newRef })
        return {
          rows: judged.map((one, index) => ({
            ...one,
            cells: lines[index]?.cells ?? [],
            newValues: rows[index]?.newValues ?? {},
          })),
          last: lines.at(-1)?.line ?? 0,
        }
      },
      { readOnly: true },
    )
  }
}

/**
 * Works on the lots, two at a time, and meanwhile makes the next one ready; `work` gets what the lot before comes to,
 * and waits for it at the latest before it ends. Ends when `work` answers false. Answers whether all were worked on.
 */
export async function workThrough(
  lots: AsyncIterable<JudgedLot>,
  work: (lot: JudgedLot, before: Promise<boolean>) => Promise<boolean>,
): Promise<boolean> {
  let [before, present] = [Promise.resolve(true), Promise.resolve(true)]
  try {
    for await (const lot of lots) {
      if (!(await before)) return false
      ;[before, present] = [present, work(lot, present)]
      // Whoever waits for it next hears of a failure; until then it is nobody's.
      present.catch(() => undefined)
    }
  } finally {
    await Promise.allSettled([before, present])
  }
  return present
}
