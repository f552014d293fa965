import { defineModule } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { activityListeners } from './activity-notices.ts'
import { cleanUpNotificationsJob } from './clean-up.ts'
import { deliverJob } from './deliver.ts'
import { digestJob, digestOfUserJob } from './digest.ts'
import { documentListeners } from './document-notices.ts'
import { dueReferralListeners } from './due-referrals.ts'
import { leadListeners } from './lead-notices.ts'
import { meetingListeners } from './meeting-notices.ts'
import { notificationTables } from './migrations/20261122T1900-notifications.ts'
import { pushTables } from './migrations/20261122T1920-push.ts'
import { webhookNotices } from './migrations/20261122T2310-webhook-notices.ts'
import { dueMarks } from './migrations/20261124T1000-due-marks.ts'
import { documentNotices } from './migrations/20261124T1300-document-notices.ts'
import { operationListeners } from './operation-notices.ts'
import { pushJob } from './push/push-job.ts'
import { referralListeners } from './referral-notices.ts'
import { remindJob } from './remind-job.ts'
import { notificationRoutes } from './routes.ts'
import { shareListeners } from './share-notices.ts'
import { webhookListeners } from './webhook-notices.ts'

export const notificationsModule = defineModule({
  name: 'notifications',
  texts: { fa, en },
  errors: {
    'notifications.reminderPast': 400,
    'notifications.tooManyReminders': 409,
    'notifications.notNudgeable': 409,
    'notifications.nudgedAlready': 409,
  },
  routes: notificationRoutes,
  migrations: [notificationTables, pushTables, webhookNotices, dueMarks, documentNotices],
  listeners: [
    ...referralListeners,
    ...dueReferralListeners,
    ...activityListeners,
    ...meetingListeners,
    ...documentListeners,
    ...operationListeners,
    ...shareListeners,
    ...leadListeners,
    ...webhookListeners,
  ],
  jobs: [remindJob, deliverJob, pushJob, digestJob, digestOfUserJob, cleanUpNotificationsJob],
})
