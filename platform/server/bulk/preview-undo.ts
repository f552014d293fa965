import type { z } from 'zod'
import type { UndoPreview } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { DoneOperation } from '../operations.ts'
import type { BulkFacts, BulkInput, RecordTable } from './bulk-facts.ts'
import { keptRows } from './kept-rows.ts'
import { judgeRows } from './undo-step.ts'

const [mostExamined, mostExamples, rowsAtOnce] = [5000, 50, 500]

/** What taking a change back now would do, judged as the undo itself judges. */
export async function previewUndo<
  I extends z.ZodType<BulkInput>,
  W,
  T extends RecordTable,
  K extends z.ZodType<object>,
>(ctx: Ctx, facts: BulkFacts<I, W, T, K>, { id, input }: DoneOperation): Promise<UndoPreview> {
  const preview: UndoPreview = { blocked: null, takesBack: 0, stays: 0, examples: [], exact: true }
  const work = await facts.open(ctx, facts.input.parse(input)).catch((error: unknown) => {
    if (error instanceof AppError) return error
    throw error
  })
  if (work instanceof AppError) return { ...preview, blocked: work.code }
  const lotAfter = (after: string | null) =>
    keptRows(ctx, facts, { operationId: id, after, limit: rowsAtOnce, lock: false })
  let after: string | null = null
  for (let examined = 0; ; examined += rowsAtOnce) {
    const lot = await lotAfter(after)
    if (lot.ids.length === 0) break
    if (examined >= mostExamined) {
      preview.exact = false
      break
    }
    after = lot.ids.at(-1) ?? null
    const { free, stays } = await judgeRows(ctx, facts, { work, rows: lot.rows })
    preview.takesBack += free.length
    preview.stays += stays.length
    preview.examples.push(...stays.slice(0, mostExamples - preview.examples.length))
  }
  const { fieldLabels } = facts
  if (fieldLabels) for (const stay of preview.examples) stay.fields = await fieldLabels(ctx, stay.fields)
  return preview
}
