import { activityDeleted, activityRestored, activityUpdated } from '@peyvand/activities/contract'
import { canChangeRecord, canSeeRecord } from '@peyvand/files/server'
import { teamDeleted } from '@peyvand/identity/contract'
import { handOverWork, recordsWithheld, workOfUser } from '@peyvand/identity/server'
import { type Ctx, defineModule, fill, listRelationsHook, on } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { referralChanged, referralCreated, referralsPermissions } from '../contract/index.ts'
import { handOverReferrals, referralsOfUser } from './hand-over.ts'
import { referralRelations } from './list-relations.ts'
import { handOverTeam, hideOrShow, keepConfidential } from './listeners.ts'
import { referralTables } from './migrations/20261122T1130-referrals.ts'
import { referralDeadlines } from './migrations/20261122T1905-referral-deadlines.ts'
import { referralsByTime } from './migrations/20261124T0900-referrals-by-time.ts'
import { closedReferrals, deskOf, isReceiver, visibleReferrals } from './referral-access.ts'
import { referralRoutes } from './routes.ts'

export const referralsModule = defineModule({
  name: 'referrals',
  texts: { fa, en },
  permissions: referralsPermissions,
  errors: {
    'referrals.notFound': 404,
    'referrals.notInHand': 409,
    'referrals.alreadyTaken': 409,
    'referrals.alreadySeen': 409,
  },
  events: [referralCreated, referralChanged],
  routes: referralRoutes,
  migrations: [referralTables, referralDeadlines, referralsByTime],
  listeners: [
    on(activityDeleted, 'referrals.hide', (ctx, { activityId }) => hideOrShow(ctx, activityId, true)),
    on(activityRestored, 'referrals.show', (ctx, { activityId }) => hideOrShow(ctx, activityId, false)),
    on(activityUpdated, 'referrals.keepConfidential', keepConfidential),
    on(teamDeleted, 'referrals.handOverTeam', handOverTeam),
  ],
  live: [{ topic: 'referrals', canSee: async (ctx, id) => (await visibleRow(ctx, id)) !== undefined }],
  extends: [
    fill(recordsWithheld, async (ctx, { record, ids }) =>
      record === 'referrals' ? closedReferrals(ctx, ids) : [],
    ),
    fill(workOfUser, (ctx, { userId }) => referralsOfUser(ctx, userId)),
    fill(handOverWork, handOverReferrals),
    fill(listRelationsHook, referralRelations),
    fill(canSeeRecord, async (ctx, { record, recordId }) =>
      record === 'referrals' ? (await visibleRow(ctx, recordId)) !== undefined : null,
    ),
    fill(canChangeRecord, async (ctx, { record, recordId }) => {
      if (record !== 'referrals') return null
      const row = await visibleRow(ctx, recordId)
      const desk = await deskOf(ctx)
      return row !== undefined && (row.fromUserId === desk.me || isReceiver(desk, row))
    }),
  ],
})

async function visibleRow(ctx: Ctx, id: string) {
  return (await visibleReferrals(ctx, await deskOf(ctx)))
    .selectAll('r')
    .where('r.id', '=', id)
    .executeTakeFirst()
}
