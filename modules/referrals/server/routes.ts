import { handle, type RouteHandler } from '@peyvand/platform/server'
import {
  activityReferralsRoute,
  actOnReferralRoute,
  bulkReferralsRoute,
  createReferralRoute,
  getReferralRoute,
  listReferralsRoute,
  worklistCountsRoute,
  worklistRoute,
} from '../contract/index.ts'
import { actOnReferral } from './act-on-referral.ts'
import { bulkActOnReferrals } from './bulk-referrals.ts'
import { createReferrals } from './create-referrals.ts'
import { getReferral, listReferrals, referralsOfActivity } from './referral-views.ts'
import { worklistCounts } from './worklist-counts.ts'
import { worklist } from './worklists.ts'

export const referralRoutes: readonly RouteHandler[] = [
  handle(createReferralRoute, async (ctx, { body }) => ({ items: await createReferrals(ctx, body) })),
  handle(listReferralsRoute, (ctx, { query }) => listReferrals(ctx, query)),
  handle(activityReferralsRoute, async (ctx, { params }) => ({
    items: await referralsOfActivity(ctx, params.id),
  })),
  handle(bulkReferralsRoute, (ctx, { body }) => bulkActOnReferrals(ctx, body)),
  handle(getReferralRoute, (ctx, { params }) => getReferral(ctx, params.id)),
  handle(actOnReferralRoute, (ctx, { params, body }) => actOnReferral(ctx, params.id, body)),
  handle(worklistCountsRoute, (ctx) => worklistCounts(ctx)),
  handle(worklistRoute, (ctx, { params, query }) => worklist(ctx, params.name, query)),
]
