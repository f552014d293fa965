import { Readable } from 'node:stream'
import { attachFiles, finishUpload, storeContent } from '@peyvand/files/server'
import { defineJob, setDrawing } from '@peyvand/platform/server'
import { z } from 'zod'
import { issuedDrawing } from './paper/letter-drawing.ts'
import { sheetOf } from './sheets.ts'
import './tables.ts'

/** Keeps the PDF of an issued letter as a file, once; started again it finds what is left to do. */
export const keepPaperJob = defineJob({
  name: 'letters.keepPaper',
  payload: z.object({ activityId: z.uuid() }),
  run: async (job, { activityId }) => {
    const drawing = await job.inFirm(
      async (ctx) => {
        const sheet = await sheetOf(ctx, activityId)
        return sheet?.paper && !sheet.finalFileId ? issuedDrawing(ctx, sheet.paper) : null
      },
      { readOnly: true },
    )
    if (!drawing) return
    const content = Readable.from([
      await setDrawing(job.app, drawing, { format: 'pdf', fault: 'letters.notDrawn' }),
    ])
    const fileId = await storeContent(job.app, job.actor, { name: `${drawing.name}.pdf`, content })
    await job.inFirm(async (ctx) => {
      const { numUpdatedRows } = await ctx.db
        .updateTable('letterSheets')
        .set({ finalFileId: fileId })
        .where('tenantId', '=', ctx.tenantId)
        .where('activityId', '=', activityId)
        .where('finalFileId', 'is', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return
      await finishUpload(ctx, fileId)
      await attachFiles(ctx, 'letterPapers', activityId, [fileId])
      ctx.live({ topic: 'activities', id: activityId })
    })
  },
})
