import { partyShared } from '@peyvand/parties/contract'
import type { Listener } from '@peyvand/platform/server'
import { notify } from './notify.ts'

/** Those whom a party's file was shared with hear of it, with the sharer's note. */
export const shareListeners: readonly Listener[] = [
  {
    name: 'notifications.partyShared',
    event: partyShared.name,
    run: async (ctx, payload, { actorId }) => {
      const { partyId, shareId, toUserIds, note } = partyShared.payload.parse(payload)
      await notify(
        ctx,
        toUserIds.map((userId) => ({
          userId,
          kind: 'partyShared' as const,
          subject: { type: 'parties' as const, id: partyId },
          occurrence: shareId,
          actorId,
          ...(note ? { facts: { note } } : {}),
        })),
      )
    },
  },
]
