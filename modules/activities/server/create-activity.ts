import { requireValue } from '@peyvand/customization/server'
import { setNextContact } from '@peyvand/parties/server'
import { localDate } from '@peyvand/persian'
import { type Ctx, checkCustomValues, requirePermission, together } from '@peyvand/platform/server'
import {
  type Activity,
  activityCreated,
  type CreateActivity,
  directionsOf,
  type FollowUpInput,
  resultListOf,
} from '../contract/index.ts'
import { type ActivityRecord, requireActivity } from './activity-access.ts'
import { detailsFrom } from './activity-details.ts'
import { tellOfActivity } from './activity-events.ts'
import { participantsFrom } from './activity-participants.ts'
import { requireAllSeen } from './activity-parties.ts'
import { type About, requireTargets, targetsOf } from './activity-targets.ts'
import { publishToFiles } from './activity-timeline.ts'
import { getActivity } from './activity-views.ts'
import { initialStatus } from './initial-status.ts'
import { insertActivity, type NewActivity } from './insert-activity.ts'
import { parseDue } from './moments.ts'
import { requireOwner } from './owners.ts'
import { setRecurrence } from './series.ts'

/**
 * Records what happened or plans what is to be done, with its follow-up where one is given.
 * @throws AppError forbidden (403); badInput (400) at the field; activities.notFound (404) for `followUpOf`
 */
export async function createActivity(ctx: Ctx, input: CreateActivity): Promise<Activity> {
  const { row } = await recordActivity(ctx, input)
  return getActivity(ctx, row.id)
}

/** The same for who goes on with it: the record and the parties in whose files it stands. */
export async function recordActivity(
  ctx: Ctx,
  input: CreateActivity,
  provenance: Pick<NewActivity, 'source' | 'sourceId'> = enteredBy(ctx),
): Promise<{ row: ActivityRecord; partyIds: string[] }> {
  requirePermission(ctx, 'activities.create')
  const { kind, parties = [], targets = [], dueAt = null, followUpOf = null, viaMarketerId = null } = input
  const [owner, custom, participants] = await together([
    requireOwner(ctx, input),
    checkCustomValues(ctx, {
      record: 'activities',
      values: input.custom ?? {},
      appliesTo: [kind],
      facts: { priority: 'normal', direction: directionsOf[kind][0], ...input },
    }),
    participantsFrom(ctx, input.participants ?? []),
    requireValue(ctx, resultListOf[kind], { path: 'resultId', id: input.resultId }),
    requireAllSeen(ctx, [
      ...parties.map(({ partyId }, index) => ({ partyId, path: `parties.${index}.partyId` })),
      ...(viaMarketerId ? [{ partyId: viaMarketerId, path: 'viaMarketerId' }] : []),
    ]),
    requireTargets(ctx, targets),
    followUpOf ? requireActivity(ctx, followUpOf) : null,
  ])

  const status = initialStatus(input)
  const now = ctx.now().toISOString()
  const happened = input.occurredAt ?? (status === 'done' ? (input.plannedAt ?? now) : null)
  const row = await insertActivity(ctx, {
    kind,
    direction: input.direction ?? directionsOf[kind][0],
    status,
    subject: input.subject,
    body: input.body ?? null,
    occurredAt: happened,
    plannedAt: input.plannedAt ?? null,
    ...parseDue(dueAt, ctx.timeZone),
    doneAt: status === 'done' ? happened : null,
    durationMinutes: input.durationMinutes ?? null,
    resultId: input.resultId ?? null,
    priority: input.priority ?? 'normal',
    cost: input.cost ?? null,
    ...owner,
    viaMarketerId,
    followUpOf,
    confidentiality: input.confidentiality ?? 'normal',
    ...provenance,
    details: detailsFrom(kind, input),
    parties,
    targets,
    participants,
    tagIds: input.tagIds ?? [],
    fileIds: input.fileIds ?? [],
    custom,
  })
  if (input.recurrence) await setRecurrence(ctx, row, input.recurrence)
  const partyIds = [...new Set(parties.map(({ partyId }) => partyId))]
  const about = { partyIds, targets }
  await announceCreated(ctx, row, { about, answered: input.call?.answered ?? true })
  if (input.followUp) await createFollowUp(ctx, row, input.followUp)
  return { row, partyIds }
}

const enteredBy = (ctx: Ctx) => ({
  source: ctx.actor.kind === 'apiKey' ? ('api' as const) : ('manual' as const),
})

/** Makes the next step after an activity with the same parties, and notes its day as their next contact. */
export async function createFollowUp(
  ctx: Ctx,
  after: ActivityRecord,
  { kind, subject, dueAt, ownerId, body }: FollowUpInput,
): Promise<ActivityRecord> {
  const owner = await requireOwner(ctx, ownerId === undefined ? after : { ownerId })
  const parties = await ctx.db
    .selectFrom('activityTargets')
    .select(['targetId as partyId', 'role'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', after.id)
    .where('targetType', '=', 'party')
    .orderBy('position')
    .execute()
  const due = parseDue(dueAt, ctx.timeZone)
  const targets = await targetsOf(ctx, after.id)
  const row = await insertActivity(ctx, {
    kind,
    direction: directionsOf[kind][0],
    status: 'planned',
    subject,
    body,
    ...due,
    priority: after.priority,
    ...owner,
    viaMarketerId: after.viaMarketerId,
    followUpOf: after.id,
    confidentiality: after.confidentiality,
    source: after.source,
    sourceId: after.sourceId,
    details: detailsFrom(kind, {}),
    parties,
    targets,
    participants: [],
    tagIds: [],
    custom: {},
  })
  const partyIds = parties.map(({ partyId }) => partyId)
  await announceCreated(ctx, row, { about: { partyIds, targets } })
  if (due.dueAt) await setNextContact(ctx, partyIds, localDate(due.dueAt, ctx.timeZone))
  return row
}

/** Writes the new activity to the parties' files and the audit log, and tells the rest of the program. */
export async function announceCreated(
  ctx: Ctx,
  row: ActivityRecord,
  options: { about?: About; answered?: boolean } = {},
): Promise<void> {
  const partyIds = await publishToFiles(ctx, row, options)
  ctx.audit({
    action: 'create',
    record: 'activities',
    recordId: row.id,
    label: row.subject,
    changes: { kind: { to: row.kind }, status: { to: row.status }, ownerId: { to: row.ownerId } },
  })
  tellOfActivity(ctx, activityCreated, row, partyIds)
}
