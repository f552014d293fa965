import { holdersOfRight } from '@peyvand/identity/server'
import { webhookStopped } from '@peyvand/integrations/contract'
import type { Listener } from '@peyvand/platform/server'
import { notify } from './notify.ts'

/** Those who may set webhooks up hear of one that Peyvand switched off by itself. */
export const webhookListeners: readonly Listener[] = [
  {
    name: 'notifications.webhookStopped',
    event: webhookStopped.name,
    run: async (ctx, payload, { id }) => {
      const { webhookId, reason } = webhookStopped.payload.parse(payload)
      const users = await holdersOfRight(ctx, 'webhooks.manage')
      await notify(
        ctx,
        users.map((userId) => ({
          userId,
          kind: 'webhookStopped' as const,
          subject: { type: 'webhooks' as const, id: webhookId },
          occurrence: id,
          facts: { state: reason },
        })),
      )
    },
  },
]
