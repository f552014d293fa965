import { sampleDataWished } from '@peyvand/identity/server'
import {
  defineJob,
  defineModule,
  fill,
  finishOperation,
  orFail,
  reportProgress,
  startOperation,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { fillFirm } from './fill-firm.ts'

const parties = 2000
const seed = 1405

const fillJob = defineJob({
  name: 'sampleData.fill',
  payload: z.object({ operationId: z.uuid() }),
  maxAttempts: 1,
  run: async (job, { operationId }) =>
    orFail(job, operationId, async () => {
      const filled = await fillFirm(job.app, {
        firm: job.actor.firm,
        locale: job.actor.locale,
        parties,
        seed,
        onProgress: (done) =>
          job.inFirm(async (ctx) => void (await reportProgress(ctx, operationId, { done }))),
      })
      await job.inFirm((ctx) => finishOperation(ctx, operationId, { result: { ...filled } }))
    }),
})

/** "Try it with sample data" of the set-up. */
export const sampleDataModule = defineModule({
  name: 'sampleData',
  texts: {
    fa: { 'operations.sampleData.fill': 'ساختن داده‌های نمونه' },
    en: { 'operations.sampleData.fill': 'Making sample data' },
  },
  jobs: [fillJob],
  extends: [
    fill(sampleDataWished, (ctx) =>
      startOperation(ctx, { job: fillJob, payload: (operationId) => ({ operationId }), total: parties }),
    ),
  ],
})
