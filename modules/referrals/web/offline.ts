import { getActivityRoute } from '@peyvand/activities/contract'
import { openComposer } from '@peyvand/activities/web'
import { type OfflinePart, prefetchRoute } from '@peyvand/platform/web'
import { lazyPart } from '@peyvand/ui'
import {
  type ActOnReferral,
  activityReferralsRoute,
  actOnReferralRoute,
  createReferralRoute,
  getReferralRoute,
  worklistCountsRoute,
  worklistRoute,
} from '../contract/index.ts'
import { referralTopics } from './referral-topics.ts'
import { actDraft, type RecordedAndReferred, recordDraft, referralOf } from './waiting.ts'
import { firstWorklist, worklistQuery } from './worklist/worklist-state.ts'

const ReferralNow = lazyPart(async () => (await import('./worklist/referral-now.tsx')).ReferralNow)

const readAhead = 25

/** One's own worklists with what was referred, and answers written on the way. */
export const referralsOffline: OfflinePart = {
  reads: [
    { route: worklistRoute, most: 12 },
    { route: worklistCountsRoute, most: 1, isFrame: true },
    { route: getReferralRoute, most: 60 },
    { route: activityReferralsRoute, most: 60 },
  ],
  drafts: [
    {
      kind: actDraft,
      label: 'referrals.answer',
      route: actOnReferralRoute,
      topics: referralTopics,
      words: ({ form }) => (form as ActOnReferral).text,
      Theirs: ReferralNow,
      href: (item) => `/worklists?open=${referralOf(item)}`,
    },
    {
      kind: recordDraft,
      label: 'referrals.recordAndRefer',
      route: createReferralRoute,
      topics: [...referralTopics, 'parties', 'files'],
      words: ({ form }) => (form as RecordedAndReferred).activity.body,
      edit: ({ id, form }) => {
        const { activity, refer } = form as RecordedAndReferred
        openComposer({ kind: activity.kind, values: activity, beside: refer, replaces: id })
      },
    },
  ],
  prepare: async () => {
    const { items } = await prefetchRoute(
      worklistRoute,
      { params: { name: firstWorklist.list }, query: worklistQuery(firstWorklist) },
      { isPaged: true },
    )
    for (const { id, activity } of items.slice(0, readAhead)) {
      await prefetchRoute(getReferralRoute, { params: { id } })
      await prefetchRoute(getActivityRoute, { params: { id: activity.id } })
    }
  },
}
