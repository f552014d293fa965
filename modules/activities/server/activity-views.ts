import { filesOf } from '@peyvand/files/server'
import { userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import type { Ref } from '@peyvand/platform/contract'
import { type Ctx, notFound, requireVersion, together } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Activity, ActivityLink } from '../contract/index.ts'
import { type ActivityRecord, activityAbilities, visibleActivities } from './activity-access.ts'
import { readDetails } from './activity-details.ts'
import { activityLink, activityRows, selectNamed } from './activity-rows.ts'
import { participantsOfMany } from './participants-of-many.ts'
import { recurrenceOf } from './series.ts'
import { lettersActions } from './unfixed-letter.ts'
import { showNumbers } from './withheld-numbers.ts'

/** One activity with its particulars. @throws AppError activities.notFound (404) */
export async function getActivity(
  ctx: Ctx,
  id: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<Activity> {
  const row = await selectNamed(ctx, await visibleActivities(ctx, { deleted }))
    .select([
      userName(sql`a.created_by`).as('createdByName'),
      partyName(sql`a.via_marketer_id`).as('viaMarketerName'),
    ])
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('activities.notFound')
  const [[view], details, invitations, files, recurrence, origin, followUps] = await together([
    activityRows(ctx, [row]),
    readDetails(ctx, row),
    participantsOfMany(ctx, [id]),
    filesOf(ctx, 'activities', id),
    recurrenceOf(ctx, row.seriesId),
    row.followUpOf ? links(ctx, 'id', row.followUpOf) : [],
    links(ctx, 'followUpOf', id),
  ])
  if (!view) throw notFound('activities.notFound')
  const participants = invitations.get(id) ?? []
  const invited = participants.some((one) => one.type === 'user' && one.id === ctx.actor.userId)
  return {
    ...view,
    ...showNumbers(ctx, details),
    body: row.body,
    cost: row.cost,
    viaMarketer: ref(row.viaMarketerId, row.viaMarketerName),
    participants,
    files,
    recurrence,
    occurrence: row.occurrence,
    followUpOf: origin[0] ?? null,
    followUps,
    source: row.source,
    createdBy: ref(row.createdBy, row.createdByName),
    deletedAt: row.deletedAt,
    can: await lettersActions(ctx, row, activityAbilities(ctx, row, { invited })),
  }
}

/** @throws AppError versionConflict (409) with the activity as it is now, where it was changed since `given` */
export async function requireLatest(ctx: Ctx, row: ActivityRecord, given: number): Promise<void> {
  if (row.version !== given) requireVersion(row, given, await getActivity(ctx, row.id))
}

const ref = (id: string | null, name: string | null): Ref | null =>
  id && name !== null ? { id, name } : null

async function links(
  ctx: Ctx,
  column: 'id' | 'followUpOf',
  id: string,
): Promise<z.infer<typeof ActivityLink>[]> {
  const rows = await (await visibleActivities(ctx))
    .selectAll('a')
    .where(`a.${column}`, '=', id)
    .orderBy('a.createdAt')
    .limit(50)
    .execute()
  return rows.map(activityLink)
}
