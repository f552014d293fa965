import { visibleActivities } from '@peyvand/activities/server'
import { visibleDocumentNames } from '@peyvand/documents/server'
import { webhookNames } from '@peyvand/integrations/server'
import { visibleParties } from '@peyvand/parties/server'
import { anyOf, type Ctx, may } from '@peyvand/platform/server'
import { referralSubjects } from '@peyvand/referrals/server'
import { sql } from 'kysely'
import type { NotificationSubject, SubjectType } from '../contract/index.ts'
import './tables.ts'

interface About {
  subjectType: SubjectType
  subjectId: string
}

/**
 * What notifications are about, as the caller may see it now, by the subject's id: names are never kept with a
 * notification, so that whoever loses a record loses what was told of it.
 */
export async function visibleSubjects(
  ctx: Ctx,
  rows: readonly About[],
): Promise<ReadonlyMap<string, NotificationSubject>> {
  const idsOf = (type: SubjectType) => [
    ...new Set(rows.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)),
  ]
  const found = [
    ...(await ofActivities(ctx, idsOf('activities'))),
    ...(await ofReferrals(ctx, idsOf('referrals'))),
    ...(await ofParties(ctx, idsOf('parties'))),
    ...(await ofDocuments(ctx, idsOf('documents'))),
    ...(await ofOperations(ctx, idsOf('operations'))),
    ...(await ofWebhooks(ctx, idsOf('webhooks'))),
    ...idsOf('day').map((id): NotificationSubject => ({ type: 'day', id, title: '', nextContactOn: null })),
  ]
  return new Map(found.map((subject) => [subject.id, subject]))
}

async function ofActivities(ctx: Ctx, ids: readonly string[]): Promise<NotificationSubject[]> {
  if (ids.length === 0) return []
  const rows = await (await visibleActivities(ctx))
    .select(['a.id', 'a.subject', 'a.kind'])
    .where(anyOf(sql`a.id`, ids))
    .execute()
  const contacts = await nextContactsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, subject, kind }) => ({
    type: 'activities',
    id,
    title: subject,
    activityKind: kind,
    nextContactOn: contacts.get(id) ?? null,
  }))
}

async function ofReferrals(ctx: Ctx, ids: readonly string[]): Promise<NotificationSubject[]> {
  const found = [...(await referralSubjects(ctx, ids)).values()]
  const contacts = await nextContactsOf(
    ctx,
    found.map(({ activityId }) => activityId),
  )
  return found.map(({ id, activityId, subject, kind, worklist }) => ({
    type: 'referrals',
    id,
    title: subject,
    activityKind: kind,
    worklist,
    nextContactOn: contacts.get(activityId) ?? null,
  }))
}

async function ofParties(ctx: Ctx, ids: readonly string[]): Promise<NotificationSubject[]> {
  if (ids.length === 0) return []
  const rows = await visibleParties(ctx)
    .select(['p.id', 'p.displayName as title', 'p.nextContactOn'])
    .where(anyOf(sql`p.id`, ids))
    .execute()
  return rows.map((row) => ({ type: 'parties', ...row }))
}

async function ofDocuments(ctx: Ctx, ids: readonly string[]): Promise<NotificationSubject[]> {
  const names = await visibleDocumentNames(ctx, ids)
  return names.map(({ id, name }) => ({ type: 'documents', id, title: name, nextContactOn: null }))
}

async function ofOperations(ctx: Ctx, ids: readonly string[]): Promise<NotificationSubject[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('operations')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('createdBy', '=', ctx.actor.userId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return rows.map(({ id }) => ({ type: 'operations', id, title: '', nextContactOn: null }))
}

async function ofWebhooks(ctx: Ctx, ids: readonly string[]): Promise<NotificationSubject[]> {
  if (!may(ctx.actor, 'webhooks.manage')) return []
  const names = await webhookNames(ctx, ids)
  return [...names].map(([id, title]) => ({ type: 'webhooks', id, title, nextContactOn: null }))
}

/** The earliest next contact date among the parties of activities that the caller sees, by activity. */
async function nextContactsOf(
  ctx: Ctx,
  activityIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (activityIds.length === 0) return new Map()
  const rows = await visibleParties(ctx)
    .innerJoin('activityTargets as t', (join) =>
      join
        .onRef('t.tenantId', '=', 'p.tenantId')
        .onRef('t.targetId', '=', 'p.id')
        .on('t.targetType', '=', 'party'),
    )
    .select(['t.activityId', sql<string>`min(p.next_contact_on)`.as('day')])
    .where(anyOf(sql`t.activity_id`, activityIds))
    .where('p.nextContactOn', 'is not', null)
    .groupBy('t.activityId')
    .execute()
  return new Map(rows.map(({ activityId, day }) => [activityId, day]))
}
