import type { Ctx, Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import { defineChannel } from './channel-settings.ts'

export type MailServerRow = Selectable<Tables['mailServers']>

/** The server by which the firm sends e-mail. */
export const mailServer = defineChannel({
  table: 'mailServers',
  record: 'mailServer',
  labelOf: ({ host }) => host,
  // Another host or user with the old password would hand it to strangers.
  goesToSame: (before, { host, username }) => before.host === host && before.username === username,
})

/** Whether the firm can send e-mail. */
export const hasMailServer = async (ctx: Ctx): Promise<boolean> => (await mailServer.row(ctx)) !== null
