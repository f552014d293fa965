import { drawn, handle, handleBare, type RouteHandler, unauthenticated } from '@peyvand/platform/server'
import {
  createPaperDesignRoute,
  drawDocumentRoute,
  getFirmBlockRoute,
  listDocumentSharesRoute,
  listPaperDesignsRoute,
  previewPaperDesignRoute,
  revokeDocumentShareRoute,
  sendDocumentRoute,
  updateFirmBlockRoute,
  updatePaperDesignRoute,
} from '../../contract/index.ts'
import { getDocument } from '../document-queries.ts'
import { sendDocument } from '../send/send-document.ts'
import { revokeShare, sharesOf } from '../send/shares.ts'
import { waysOf } from '../send/ways.ts'
import { createDesign, listDesigns, updateDesign } from './designs.ts'
import { designDrawing, documentDrawing } from './document-drawing.ts'
import { getFirmBlock, updateFirmBlock } from './firm-block.ts'

const fault = 'documents.notDrawn'

/** Papers of documents, their designs, and sending them. */
export const paperRoutes: readonly RouteHandler[] = [
  handle(listPaperDesignsRoute, async (ctx) => ({ items: await listDesigns(ctx) })),
  handle(createPaperDesignRoute, (ctx, { body }) => createDesign(ctx, body)),
  handle(updatePaperDesignRoute, (ctx, { params, body }) => updateDesign(ctx, params.id, body)),
  handle(getFirmBlockRoute, (ctx) => getFirmBlock(ctx)),
  handle(updateFirmBlockRoute, (ctx, { body }) => updateFirmBlock(ctx, body)),
  handle(listDocumentSharesRoute, async (ctx, { params }) => ({
    items: await sharesOf(ctx, params.id),
    ways: await waysOf(ctx),
  })),
  handle(revokeDocumentShareRoute, (ctx, { params }) => revokeShare(ctx, params)),
  // Documents are set after the transaction is over: a thread of its own takes as long as it takes.
  handleBare(previewPaperDesignRoute, (app, { query: { format, kind }, body }, _, actor) =>
    drawn(app, actor ?? refuse(), { format, fault, prepare: (ctx) => designDrawing(ctx, body, kind) }),
  ),
  handleBare(drawDocumentRoute, (app, { params, query: { format, ...wanted } }, _, actor) =>
    drawn(app, actor ?? refuse(), {
      format,
      fault,
      prepare: async (ctx) => documentDrawing(ctx, await getDocument(ctx, params.id), wanted),
    }),
  ),
  handleBare(sendDocumentRoute, (app, { params, body }, _, actor) =>
    sendDocument(app, actor ?? refuse(), { ...params, input: body }),
  ),
]

function refuse(): never {
  throw unauthenticated()
}
