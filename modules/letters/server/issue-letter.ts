import { getActivity, transitionActivity } from '@peyvand/activities/server'
import { localizeDigits } from '@peyvand/persian'
import { AppError, type Ctx, json } from '@peyvand/platform/server'
import type { IssueLetter, Letter } from '../contract/index.ts'
import { deliverInside } from './deliver-inside.ts'
import { keepPaperJob } from './keep-paper-job.ts'
import { getLetter } from './letter-view.ts'
import { paperOf, printedOf } from './paper/paper-of.ts'
import { sheetOf } from './sheets.ts'
import './tables.ts'

/**
 * Issues a draft: it gets its number, what stands on its paper is kept for good, colleagues inside get it into their
 * worklists, the open letters that it answers are ended.
 * @throws AppError activities.notFound, forbidden, versionConflict, letters.notDraft, transition.notAllowed (409)
 */
export async function issueLetter(
  ctx: Ctx,
  id: string,
  { version, settlesAnswered, answerExpectedBy }: IssueLetter,
): Promise<Letter> {
  const draft = await getLetter(ctx, id)
  const sheet = await sheetOf(ctx, id)
  if (!sheet || sheet.issuedAt) throw new AppError('letters.notDraft', { status: 409 })
  const issuedAt = ctx.now().toISOString()
  await markIssued(ctx, id, issuedAt)
  await transitionActivity(ctx, id, {
    action: 'finish',
    version,
    ...(answerExpectedBy ? { followUp: followUpOf(ctx, draft, answerExpectedBy) } : {}),
  })
  const letter = await getLetter(ctx, id)
  await keepPaper(ctx, letter, issuedAt)
  await deliverInside(ctx, letter)
  if (settlesAnswered) await settleAnswered(ctx, letter)
  ctx.enqueue(keepPaperJob, { activityId: id })
  return getLetter(ctx, id)
}

const markIssued = (ctx: Ctx, id: string, issuedAt: string) =>
  ctx.db
    .updateTable('letterSheets')
    .set({ issuedAt })
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', id)
    .execute()

async function keepPaper(ctx: Ctx, letter: Letter, at: string): Promise<void> {
  await ctx.db
    .updateTable('letterSheets')
    .set({ paper: json(await paperOf(ctx, printedOf(letter), { isDraft: false, at })) })
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', letter.id)
    .execute()
}

const followUpOf = (ctx: Ctx, { subject }: Letter, dueAt: string) => ({
  kind: 'task' as const,
  subject: localizeDigits(
    ctx.registry.translate(ctx.locale, 'letters.followAnswer', { subject }),
    ctx.locale,
  ).slice(0, 300),
  dueAt,
  body: null,
})

/** Open letters that this one answers are ended, where the caller may. */
async function settleAnswered(ctx: Ctx, { links }: Letter): Promise<void> {
  for (const { id, relation } of links) {
    if (relation !== 'answers') continue
    const { can, version } = await getActivity(ctx, id)
    if (!can.actions.includes('finish') || (await sheetOf(ctx, id))) continue
    await transitionActivity(ctx, id, { action: 'finish', version })
  }
}
