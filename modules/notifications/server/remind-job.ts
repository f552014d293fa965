import { defineJob } from '@peyvand/platform/server'
import { z } from 'zod'
import { tellOfDueActivities } from './due-activities.ts'
import { tellOfDueReferrals } from './due-referrals.ts'
import { tellOfLateLeads } from './lead-notices.ts'
import { tellOfNextContacts } from './next-contacts.ts'
import { fireReminders } from './reminders.ts'
import { wakeSnoozed } from './snoozed.ts'

const dayMs = 86_400_000
/** What passed while the program stood still, over a weekend say, is told of when it runs again. */
const backMs = 3 * dayMs
/** The longest lead, and a day for what is due within a whole day. */
const aheadMs = 3 * dayMs

/**
 * Each minute: what has come due. Whether a minute was left out, done twice or broken off in the middle makes no
 * difference: each step tells what has come and was not told, in one transaction. Of the deadlines of referrals, which
 * do not move, it keeps until when they were told.
 */
export const remindJob = defineJob({
  name: 'notifications.remind',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (job) => {
    await job.inFirm(wakeSnoozed)
    await job.inFirm(fireReminders)
    const around = () => {
      const now = job.app.now().getTime()
      return { from: new Date(now - backMs), to: new Date(now + aheadMs) }
    }
    await job.inFirm((ctx) => tellOfDueActivities(ctx, around()))
    while (!(await job.inFirm((ctx) => tellOfDueReferrals(ctx, backMs)))) {}
    await job.inFirm((ctx) => tellOfLateLeads(ctx, around().from))
    await job.inFirm(tellOfNextContacts)
  },
})
