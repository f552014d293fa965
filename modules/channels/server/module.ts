import { mailWished } from '@peyvand/identity/server'
import { defineModule, fill } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { channelsPermissions } from '../contract/index.ts'
import { cleanUpMessagesJob } from './clean-up.ts'
import { channelTables } from './migrations/20261122T1910-channels.ts'
import { attachments } from './migrations/20261124T0940-attachments.ts'
import { channelRoutes } from './routes.ts'
import { sendMail } from './send.ts'
import { sendMessageJob } from './send-job.ts'

export const channelsModule = defineModule({
  name: 'channels',
  texts: { fa, en },
  permissions: channelsPermissions,
  errors: { 'channels.noMailServer': 409, 'channels.noSmsGateway': 409 },
  routes: channelRoutes,
  migrations: [channelTables, attachments],
  jobs: [sendMessageJob, cleanUpMessagesJob],
  extends: [fill(mailWished, sendMail)],
})
