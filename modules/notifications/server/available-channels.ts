import { hasMailServer, hasSmsGateway } from '@peyvand/channels/server'
import { activeContacts } from '@peyvand/identity/server'
import type { Ctx } from '@peyvand/platform/server'
import type { NotificationPreferences } from '../contract/index.ts'
import { liveSubscriptions } from './push/push-subscriptions.ts'

/** Which ways outside the program the firm and the user have set up. */
export async function availableChannels(ctx: Ctx): Promise<NotificationPreferences['available']> {
  const me = ctx.actor.userId as string
  const contact = (await activeContacts(ctx, [me])).get(me)
  return {
    email: await hasMailServer(ctx),
    sms: (await hasSmsGateway(ctx)) && Boolean(contact?.mobile),
    push: (await liveSubscriptions(ctx, me)).length > 0,
  }
}
