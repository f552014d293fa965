import {
  attachFilesRoute,
  detachFileRoute,
  downloadFileRoute,
  getFileRoute,
  listFilesRoute,
  uploadFileRoute,
} from '@peyvand/files/contract'
import { handle, handleBare, handlePrepared, unauthenticated, withCtx } from '@peyvand/platform/server'
import { attachToRecord, detachFromRecord } from './attachments.ts'
import { fileInfo, listFiles, openFile, visibleFile } from './files.ts'
import { finishUpload, receiveUpload } from './upload.ts'

export const filesRoutes = [
  handlePrepared(uploadFileRoute, receiveUpload, (ctx, _, id) => finishUpload(ctx, id)),
  handle(getFileRoute, async (ctx, { params }) => fileInfo(await visibleFile(ctx, params.id))),
  // The storage is asked after the transaction is over: downloads take as long as they take.
  handleBare(downloadFileRoute, async (app, { params, query }, _, actor) => {
    if (!actor) throw unauthenticated()
    const row = await withCtx(app, { actor, readOnly: true, run: (ctx) => visibleFile(ctx, params.id) })
    return openFile(app, row, query)
  }),
  handle(listFilesRoute, (ctx, { query }) => listFiles(ctx, query)),
  handle(attachFilesRoute, async (ctx, { body }) => ({ items: await attachToRecord(ctx, body) })),
  handle(detachFileRoute, (ctx, { params }) => detachFromRecord(ctx, params).then(() => undefined)),
]
