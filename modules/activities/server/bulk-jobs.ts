import {
  type Ctx,
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  reportProgress,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { BulkActivities } from '../contract/index.ts'
import { changeOne, nextSelected } from './bulk-changes.ts'

const rowsPerStep = 100
const Checkpoint = z.object({ after: z.string().nullable().default(null) })

/** Does a bulk change step by step; started again it goes on after the last step that was written. */
export const bulkActivitiesJob = defineJob({
  name: 'activities.bulk',
  payload: z.object({ operationId: z.uuid() }),
  run: (job, { operationId }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => changeStep(ctx, operationId)));
    }),
})

async function changeStep(ctx: Ctx, operationId: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { selection, action } = BulkActivities.parse(operation.input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const rows = await nextSelected(ctx, { selection, after, limit: rowsPerStep })
  let failed = 0
  for (const row of rows) if (!(await changeOne(ctx, row, { operationId, action }))) failed += 1
  const goesOn = await reportProgress(ctx, operationId, {
    done: operation.done + rows.length - failed,
    failed: operation.failed + failed,
    checkpoint: { after: rows.at(-1)?.id ?? after },
  })
  if (goesOn && rows.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, { state: goesOn ? 'done' : 'cancelled', undoable: true })
  return false
}
