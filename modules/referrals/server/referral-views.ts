import { activityLink, concernedBy, requireActivity } from '@peyvand/activities/server'
import { filesOfMany } from '@peyvand/files/server'
import { teamName, userName } from '@peyvand/identity/server'
import type { ListQuery, Ref } from '@peyvand/platform/contract'
import { anyOf, type Ctx, notFound, runList } from '@peyvand/platform/server'
import { type SelectQueryBuilder, sql } from 'kysely'
import { openStates, type Referral, type ReferralFile, type ReferralRow } from '../contract/index.ts'
import {
  actsFor,
  type Desk,
  deskOf,
  type ReferralFacts,
  referralAbilities,
  visibleReferrals,
} from './referral-access.ts'
import { referralSource } from './referral-source.ts'

// biome-ignore lint/suspicious/noExplicitAny: adds columns to any query over `referrals as r`
type Query<O> = SelectQueryBuilder<any, any, O> // oxlint-disable-line typescript/no-explicit-any

export type NamedReferral = ReferralFacts & {
  fromName: string | null
  toName: string | null
  teamName: string | null
  actedByName: string | null
}

/** The columns that views are made of, over a query of visible `referrals as r`. */
export const selectNamed = <O>(query: Query<O>): Query<O & NamedReferral> =>
  query
    .selectAll('r')
    .select([
      userName(sql`r.from_user_id`).as('fromName'),
      userName(sql`r.to_user_id`).as('toName'),
      teamName(sql`r.to_team_id`).as('teamName'),
      userName(sql`r.acted_by`).as('actedByName'),
    ]) as unknown as Query<O & NamedReferral>

/** One step as everybody who sees it does. */
export const referralStep = (ctx: Ctx, row: NamedReferral): Omit<Referral, 'files'> => ({
  id: row.id,
  activityId: row.activityId,
  parentId: row.parentId,
  rootId: row.rootId,
  from: { id: row.fromUserId, name: row.fromName ?? '' },
  to: ref(row.toUserId, row.toName),
  team: ref(row.toTeamId, row.teamName),
  action: row.action,
  note: row.note,
  deadline: row.deadline,
  overdue: openStates.includes(row.state) && row.deadline !== null && row.deadline < ctx.now().toISOString(),
  urgency: row.urgency,
  confidential: row.confidential,
  state: row.state,
  decision: row.decision,
  answer: row.answer,
  actedBy: ref(row.actedBy, row.actedByName),
  createdAt: row.createdAt,
  seenAt: row.seenAt,
  startedAt: row.startedAt,
  answeredAt: row.answeredAt,
  returnedAt: row.returnedAt,
  closedAt: row.closedAt,
})

/** Rows of a list with what they are about; what is about nothing any more is left out. */
export async function referralRows<Row extends NamedReferral>(
  ctx: Ctx,
  rows: readonly Row[],
): Promise<{ row: Row; view: ReferralRow }[]> {
  const activities = await subjectsOf(
    ctx,
    rows.map(({ activityId }) => activityId),
  )
  return rows.flatMap((row) => {
    const activity = activities.get(row.activityId)
    return activity ? [{ row, view: { ...referralStep(ctx, row), activity } }] : []
  })
}

/** What the referrals of a page are about; in a query of its own, so that counting reads the small index alone. */
async function subjectsOf(
  ctx: Ctx,
  activityIds: readonly string[],
): Promise<Map<string, ReferralRow['activity']>> {
  const concerned = await concernedBy(ctx, activityIds)
  const rows = await ctx.db
    .selectFrom('activities as a')
    .select(['a.id', 'a.kind', 'a.subject', 'a.status', 'a.at', 'a.dueAt'])
    .where('a.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`a.id`, activityIds))
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, parties: [], targets: [], ...concerned.get(row.id) }]))
}

/** One referral with its activity and every step of the activity's referrals that the caller may see. */
export async function getReferral(ctx: Ctx, id: string): Promise<ReferralFile> {
  const desk = await deskOf(ctx)
  const row = await selectNamed(await visibleReferrals(ctx, desk))
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('referrals.notFound')
  const activity = await requireActivity(ctx, row.activityId)
  const chain = await stepsOf(ctx, desk, row.activityId)
  const concerned = await concernedBy(ctx, [activity.id])
  return {
    ...referralStep(ctx, row),
    files: chain.find((step) => step.id === id)?.files ?? [],
    activity: { ...activityLink(activity), parties: [], targets: [], ...concerned.get(activity.id) },
    chain,
    can: referralAbilities(ctx, desk, row),
    onBehalfOf: actsFor(desk, row),
  }
}

/** One page of all referrals that the caller may see, but those of activities in the recycle bin. */
export async function listReferrals(ctx: Ctx, query: ListQuery) {
  const rows = await visibleReferrals(ctx, await deskOf(ctx))
  const page = await runList(ctx, {
    source: referralSource(ctx),
    rows: selectNamed(rows.where('r.inBin', '=', false)),
    query,
  })
  return { ...page, items: (await referralRows(ctx, page.items)).map(({ view }) => view) }
}

/** The steps of an activity. @throws AppError activities.notFound (404) */
export async function referralsOfActivity(ctx: Ctx, activityId: string): Promise<Referral[]> {
  await requireActivity(ctx, activityId)
  return stepsOf(ctx, await deskOf(ctx), activityId)
}

/** Named referrals by id, without asking who sees them: for the answer to who has just made them. */
export async function namedReferrals(ctx: Ctx, ids: readonly string[]): Promise<Referral[]> {
  const rows = await selectNamed(ctx.db.selectFrom('referrals as r').where('r.tenantId', '=', ctx.tenantId))
    .where('r.id', 'in', [...ids])
    .orderBy('r.createdAt')
    .orderBy('r.id')
    .execute()
  return withFiles(ctx, rows)
}

async function stepsOf(ctx: Ctx, desk: Desk, activityId: string): Promise<Referral[]> {
  const rows = await selectNamed(await visibleReferrals(ctx, desk))
    .where('r.activityId', '=', activityId)
    .orderBy('r.createdAt')
    .orderBy('r.id')
    .limit(1000)
    .execute()
  return withFiles(ctx, parentsFirst(rows))
}

/** Steps with their files; new ones may be known to have none. */
export async function withFiles(
  ctx: Ctx,
  rows: readonly NamedReferral[],
  { hasFiles = true } = {},
): Promise<Referral[]> {
  const ids = rows.map(({ id }) => id)
  const files = hasFiles ? await filesOfMany(ctx, 'referrals', ids) : new Map<string, Referral['files']>()
  return rows.map((row) => ({ ...referralStep(ctx, row), files: files.get(row.id) ?? [] }))
}

/** Each step before those referred onward from it; branches whose beginning is hidden stand by themselves. */
function parentsFirst(rows: readonly NamedReferral[]): NamedReferral[] {
  const known = new Set(rows.map(({ id }) => id))
  const below = new Map<string | null, NamedReferral[]>()
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), row])
  }
  const walk = (parent: string | null): NamedReferral[] =>
    (below.get(parent) ?? []).flatMap((row) => [row, ...walk(row.id)])
  return walk(null)
}

const ref = (id: string | null, name: string | null): Ref | null => (id ? { id, name: name ?? '' } : null)
