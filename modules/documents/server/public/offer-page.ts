import { firmOfToken } from '@peyvand/identity/server'
import {
  type App,
  AppError,
  type Ctx,
  definePublicPage,
  drawn,
  type FormValues,
  formValue,
  notFound,
  type PublicRequest,
  type PublicView,
  systemActor,
  withCtx,
} from '@peyvand/platform/server'
import type { Document } from '../../contract/index.ts'
import { answerOffer, noteTransit } from '../answer-document.ts'
import { documentIn } from '../document-queries.ts'
import { documentDrawing } from '../paper/document-drawing.ts'
import { auditShare, noteView, openShare, type ShareRow } from '../send/shares.ts'
import { type AnswerFault, documentView, goneView } from './document-view.ts'

const longestName = 120
const longestComment = 2000

/** The page that an address opens: the document, and for an offer the place to answer it. */
export const documentPage = definePublicPage({
  path: '/d/:token',
  show: (app, request) =>
    onShare(app, request, async (ctx, { share, document }) => {
      await noteView(ctx, share)
      if (document.seenAt === null) await noteTransit(ctx, document.id, 'seen')
      return documentView(ctx, { document, token: request.token, language: share.language })
    }),
  submit: (app, request, values) =>
    onShare(app, request, (ctx, shared) => takeAnswer(ctx, { ...shared, request, values })),
})

/** Its PDF, as it stands. */
export const documentPdfPage = definePublicPage({
  path: '/d/:token/pdf',
  show: async (app, request) => {
    const actor = await firmActor(app, request)
    return drawn(app, actor, {
      format: 'pdf',
      fault: 'documents.notDrawn',
      prepare: async (ctx) => {
        const share = await openShare(ctx, request.token)
        if (!share) throw notFound()
        return documentDrawing(ctx, await documentIn(ctx, share.documentId, share.language), share)
      },
    })
  },
})

interface Shared {
  share: ShareRow
  document: Document
}

async function takeAnswer(
  ctx: Ctx,
  { share, document, request, values }: Shared & { request: PublicRequest; values: FormValues },
): Promise<PublicView | { seeOther: string }> {
  const again = (faults: readonly AnswerFault[], as = document): PublicView => ({
    ...documentView(ctx, { document: as, token: request.token, language: share.language, faults, values }),
    status: 400,
  })
  const accepted = formValue(values, 'answer') === 'accept'
  if (!accepted && formValue(values, 'answer') !== 'reject') return again([])
  const signer = formValue(values, 'signer').slice(0, longestName)
  if (signer === '') return again([{ name: 'signer', code: 'required' }])
  const comment = formValue(values, 'comment').slice(0, longestComment) || null
  try {
    await answerOffer(ctx, document.id, { accepted, signer, comment })
  } catch (error) {
    // Answered, cancelled or out of time meanwhile: the page says how it stands.
    if (error instanceof AppError && error.options.status === 409)
      return again([], await documentIn(ctx, document.id, share.language))
    throw error
  }
  auditShare(ctx, document, {
    action: 'update',
    id: share.id,
    changes: {
      answer: { to: accepted ? 'accepted' : 'rejected' },
      signer: { to: signer },
      ip: { to: request.ip },
    },
  })
  return { seeOther: `/d/${request.token}` }
}

async function onShare<T>(
  app: App,
  request: PublicRequest,
  run: (ctx: Ctx, shared: Shared) => Promise<T>,
): Promise<T | PublicView> {
  const actor = await firmActor(app, request)
  return withCtx(app, {
    actor,
    run: async (ctx) => {
      const share = await openShare(ctx, request.token)
      if (!share) return goneView(ctx, request.locale)
      return run(ctx, { share, document: await documentIn(ctx, share.documentId, share.language) })
    },
  })
}

/** @throws AppError notFound (404) for a token of no firm */
async function firmActor(app: App, { token, locale }: PublicRequest) {
  const tenantId = firmOfToken(token)
  const firm = tenantId === null ? null : await app.directory.firmOf(app, tenantId)
  if (!firm) throw notFound()
  return systemActor(firm, locale)
}
