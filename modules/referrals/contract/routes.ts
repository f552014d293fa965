import { defineRoute, IdParams, ListQuery, listAnswer } from '@peyvand/platform/contract'
import { z } from 'zod'
import { BulkReferrals, BulkReferralsAnswer } from './bulk.ts'
import { ActOnReferral, CreateReferral, Referral, ReferralFile, ReferralRow } from './referrals.ts'
import { WorklistCounts, WorklistItem, WorklistName, WorklistQuery } from './worklists.ts'

export const createReferralRoute = defineRoute({
  method: 'POST',
  path: '/referrals',
  summary: 'Refer an activity, or a referral onward, to users and teams',
  permission: 'referrals.create',
  body: CreateReferral,
  answer: z.object({ items: z.array(Referral) }),
  status: 201,
  errors: ['activities.notFound', 'referrals.notFound', 'referrals.notInHand'],
})

export const listReferralsRoute = defineRoute({
  method: 'GET',
  path: '/referrals',
  summary: 'Referrals that the caller may see, newest first, whoever they went to',
  permission: 'referrals.read',
  query: ListQuery,
  answer: listAnswer(ReferralRow),
})

export const activityReferralsRoute = defineRoute({
  method: 'GET',
  path: '/activities/:id/referrals',
  summary: 'The steps of one activity that the caller may see, parents before children',
  permission: 'referrals.read',
  params: IdParams,
  answer: z.object({ items: z.array(Referral) }),
  errors: ['activities.notFound'],
})

export const getReferralRoute = defineRoute({
  method: 'GET',
  path: '/referrals/:id',
  summary: 'One referral with its activity and the whole chain; reading does not mark it seen',
  permission: 'referrals.read',
  params: IdParams,
  answer: ReferralFile,
  errors: ['referrals.notFound'],
})

export const actOnReferralRoute = defineRoute({
  method: 'POST',
  path: '/referrals/:id/actions',
  summary: 'See, take, start, answer, finish, return, reject, recall, close or reopen',
  permission: 'referrals.read',
  params: IdParams,
  body: ActOnReferral,
  answer: ReferralFile,
  errors: ['referrals.notFound', 'referrals.alreadyTaken', 'referrals.alreadySeen', 'transition.notAllowed'],
})

export const bulkReferralsRoute = defineRoute({
  method: 'POST',
  path: '/referrals/bulk',
  summary: 'Finish, refer onward or mark many; answers per item',
  permission: 'referrals.read',
  body: BulkReferrals,
  answer: BulkReferralsAnswer,
})

export const worklistCountsRoute = defineRoute({
  method: 'GET',
  path: '/worklists/counts',
  summary: 'Counts of all four worklists in one call',
  permission: 'referrals.read',
  answer: WorklistCounts,
})

export const worklistRoute = defineRoute({
  method: 'GET',
  path: '/worklists/:name',
  summary: 'One worklist (کارتابل)',
  permission: 'referrals.read',
  params: z.object({ name: WorklistName }),
  query: WorklistQuery,
  answer: listAnswer(WorklistItem),
})
