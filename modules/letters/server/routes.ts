import { drawn, handle, handleBare, type RouteHandler, unauthenticated } from '@peyvand/platform/server'
import {
  bookFieldsRoute,
  createLetterheadRoute,
  createLetterRoute,
  createRegisterRoute,
  createSignerRoute,
  drawEnvelopeRoute,
  drawLetterRoute,
  getLetterRoute,
  issueLetterRoute,
  listBookRoute,
  listLetterheadsRoute,
  listRegistersRoute,
  listSignersRoute,
  previewLetterheadRoute,
  previewLetterRoute,
  printBookRoute,
  updateLetterheadRoute,
  updateLetterRoute,
  updateRegisterRoute,
  updateSignerRoute,
  voidLetterRoute,
} from '../contract/index.ts'
import { bookFields, listBook } from './book/book.ts'
import { bookDrawing } from './book/book-drawing.ts'
import { issueLetter } from './issue-letter.ts'
import { getLetter } from './letter-view.ts'
import { createLetterhead, listLetterheads, updateLetterhead } from './letterheads.ts'
import { envelopeDrawing } from './paper/envelope-drawing.ts'
import { designDrawing, letterDrawing, unsavedDrawing } from './paper/letter-drawing.ts'
import { createRegister, listRegisters, updateRegister } from './registers.ts'
import { createSigner, listSigners, updateSigner } from './signers.ts'
import { voidLetter } from './void-letter.ts'
import { createLetter, updateLetter } from './write-letter.ts'

const fault = 'letters.notDrawn'

export const letterRoutes: readonly RouteHandler[] = [
  handle(listRegistersRoute, async (ctx) => ({ items: await listRegisters(ctx) })),
  handle(createRegisterRoute, (ctx, { body }) => createRegister(ctx, body)),
  handle(updateRegisterRoute, (ctx, { params, body }) => updateRegister(ctx, params.id, body)),
  handle(listLetterheadsRoute, async (ctx) => ({ items: await listLetterheads(ctx) })),
  handle(createLetterheadRoute, (ctx, { body }) => createLetterhead(ctx, body)),
  handle(updateLetterheadRoute, (ctx, { params, body }) => updateLetterhead(ctx, params.id, body)),
  handle(listSignersRoute, async (ctx) => ({ items: await listSigners(ctx) })),
  handle(createSignerRoute, (ctx, { body }) => createSigner(ctx, body)),
  handle(updateSignerRoute, (ctx, { params, body }) => updateSigner(ctx, params.id, body)),
  handle(listBookRoute, (ctx, { query }) => listBook(ctx, query)),
  handle(bookFieldsRoute, (ctx) => bookFields(ctx)),
  handle(createLetterRoute, (ctx, { body }) => createLetter(ctx, body)),
  handle(getLetterRoute, (ctx, { params }) => getLetter(ctx, params.id)),
  handle(updateLetterRoute, (ctx, { params, body }) => updateLetter(ctx, params.id, body)),
  handle(issueLetterRoute, (ctx, { params, body }) => issueLetter(ctx, params.id, body)),
  handle(voidLetterRoute, (ctx, { params, body }) => voidLetter(ctx, params.id, body)),
  // Documents are set after the transaction is over: a thread of its own takes as long as it takes.
  handleBare(printBookRoute, (app, { query }, _, actor) =>
    drawn(app, actor ?? refuse(), { format: 'pdf', fault, prepare: (ctx) => bookDrawing(ctx, query) }),
  ),
  handleBare(previewLetterheadRoute, (app, { query, body }, _, actor) =>
    drawn(app, actor ?? refuse(), { ...query, fault, prepare: (ctx) => designDrawing(ctx, body) }),
  ),
  handleBare(previewLetterRoute, (app, { query, body }, _, actor) =>
    drawn(app, actor ?? refuse(), { ...query, fault, prepare: (ctx) => unsavedDrawing(ctx, body) }),
  ),
  handleBare(drawEnvelopeRoute, (app, { query, body }, _, actor) =>
    drawn(app, actor ?? refuse(), { ...query, fault, prepare: (ctx) => envelopeDrawing(ctx, body) }),
  ),
  handleBare(drawLetterRoute, (app, { params, query }, _, actor) =>
    drawn(app, actor ?? refuse(), {
      ...query,
      fault,
      prepare: (ctx) => letterDrawing(ctx, { ...params, ...query }),
    }),
  ),
]

function refuse(): never {
  throw unauthenticated()
}
