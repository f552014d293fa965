import { issueNumber } from '@peyvand/customization/server'
import { firmSettings } from '@peyvand/identity/server'
import { fiscalYearOf } from '@peyvand/persian'
import { AppError, type Ctx } from '@peyvand/platform/server'
import {
  type Approval,
  type ApprovalReason,
  type Document,
  documentIssued,
  documentKinds,
  documentSubmitted,
} from '../contract/index.ts'
import { reasonsFor } from './approval-facts.ts'
import { requireNext, requireNoFollowers, takeAction } from './change-status.ts'
import { lockDocument, reaches, type StoredDocument } from './document-access.ts'
import { aboutDocument } from './document-events.ts'
import { getDocument, requireLatest } from './document-queries.ts'
import { ref } from './document-rows.ts'
import { publishDocument } from './document-timeline.ts'
import { storedLines } from './line-inputs.ts'
import { inPlaceOf, requireOpen } from './open-quantities.ts'
import { firmBlock } from './paper/firm-block.ts'
import { partyBlockOf } from './party-block.ts'
import { seriesOf } from './ready-documents.ts'
import type { DocumentValues } from './write-document.ts'

/**
 * Gives a draft its number. Where the firm's rules want an approval and the caller may not give it, the draft waits.
 * @throws AppError documents.notFound (404), forbidden (403), versionConflict, documents.statusForbids,
 * documents.noLines, documents.rateMissing, documents.hasFollowers (409)
 */
export async function issueDocument(
  ctx: Ctx,
  id: string,
  { version }: { version: number },
): Promise<Document> {
  const before = await lockDocument(ctx, id, 'issue')
  await requireLatest(ctx, before, version)
  requireNext(before, 'issue')
  const lines = await storedLines(ctx, id)
  if (lines.length === 0) throw new AppError('documents.noLines', { status: 409 })
  if (before.totalRial === null && documentKinds[before.kind].prices === 'shown')
    throw new AppError('documents.rateMissing', { status: 409 })
  const reasons = await reasonsFor(ctx, before, lines)
  // Only a person approves: what the program makes by itself waits.
  const mayApprove = ctx.actor.userId !== null && reaches(ctx, 'approve', before)
  if (reasons.length > 0 && !mayApprove) {
    const after = await takeAction(ctx, before, 'submit', { approval: asked(ctx, reasons) })
    ctx.emit(documentSubmitted, aboutDocument(after))
    return getDocument(ctx, id)
  }
  const approval = reasons.length > 0 ? decided(ctx, asked(ctx, reasons), 'approved', null) : null
  await issueNow(ctx, before, 'issue', { approval: approval as DocumentValues['approval'] })
  return getDocument(ctx, id)
}

/** Issues a locked document, with a number of its own or, as a revision, with that of the one it takes the place of. */
export async function issueNow(
  ctx: Ctx,
  before: StoredDocument,
  action: 'issue' | 'approve',
  values: DocumentValues,
): Promise<void> {
  const partyBlock = await partyBlockOf(ctx, before.partyId)
  const { fiscalStartMonth } = await firmSettings(ctx)
  const fiscalYear = fiscalYearOf(before.issuedOn, fiscalStartMonth)
  // Drawn last: the series stays locked until the transaction ends.
  const number = before.revisedFrom
    ? await supersede(ctx, before, before.revisedFrom)
    : { number: (await issueNumber(ctx, seriesOf(before.kind), fiscalYear)).text, fiscalYear }
  const after = await takeAction(ctx, before, action, {
    ...values,
    ...number,
    partyBlock: partyBlock as DocumentValues['partyBlock'],
    firmBlock: (await firmBlock(ctx)) as DocumentValues['firmBlock'],
    issuedAt: ctx.now().toISOString(),
    issuedBy: ctx.actor.userId,
  })
  await publishDocument(ctx, after)
  ctx.emit(documentIssued, aboutDocument(after))
}

async function supersede(ctx: Ctx, revision: StoredDocument, id: string) {
  const before = await ctx.db
    .selectFrom('documents')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await requireNoFollowers(ctx, id)
  // Until now only the one before counted; others may have taken meanwhile what this one has more.
  await requireOpen(ctx, revision, await storedLines(ctx, revision.id), { except: inPlaceOf(revision) })
  const { number, fiscalYear } = await takeAction(ctx, before, 'supersede')
  return { number, fiscalYear }
}

const asked = (ctx: Ctx, reasons: ApprovalReason[]): Approval => ({
  reasons,
  askedBy: me(ctx),
  askedAt: ctx.now().toISOString(),
  decision: null,
  decidedBy: null,
  decidedAt: null,
  note: null,
})

export const decided = (
  ctx: Ctx,
  approval: Approval,
  decision: 'approved' | 'declined',
  note: string | null,
): Approval => ({ ...approval, decision, decidedBy: me(ctx), decidedAt: ctx.now().toISOString(), note })

const me = ({ actor: { userId, name } }: Ctx) => ref(userId, name)
