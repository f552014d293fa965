import {
  documentAccepted,
  documentDeclined,
  documentRejected,
  documentSubmitted,
} from '@peyvand/documents/contract'
import { approversOf } from '@peyvand/documents/server'
import type { Listener } from '@peyvand/platform/server'
import { notify } from './notify.ts'

/** Who approves hears of what waits; the owner of a document, what became of it. */
export const documentListeners: readonly Listener[] = [
  {
    name: 'notifications.documentWaiting',
    event: documentSubmitted.name,
    run: async (ctx, payload, { id, actorId }) => {
      const { documentId } = documentSubmitted.payload.parse(payload)
      const users = await approversOf(ctx, documentId)
      await notify(
        ctx,
        users.map((userId) => ({
          userId,
          kind: 'documentWaiting',
          subject: about(documentId),
          occurrence: id,
          actorId,
        })),
      )
    },
  },
  {
    name: 'notifications.documentDeclined',
    event: documentDeclined.name,
    run: async (ctx, payload, { id, actorId }) => {
      const { documentId, ownerId } = documentDeclined.payload.parse(payload)
      if (!ownerId) return
      await notify(ctx, [
        { userId: ownerId, kind: 'documentDeclined', subject: about(documentId), occurrence: id, actorId },
      ])
    },
  },
  ...(
    [
      [documentAccepted, 'documentAccepted'],
      [documentRejected, 'documentRejected'],
    ] as const
  ).map(
    ([event, kind]): Listener => ({
      name: `notifications.${kind}`,
      event: event.name,
      run: async (ctx, payload, { id, actorId }) => {
        const { documentId, ownerId, bySigner } = event.payload.parse(payload)
        if (!ownerId) return
        const facts = { state: bySigner ? 'signer' : 'colleague' }
        await notify(ctx, [
          { userId: ownerId, kind, subject: about(documentId), occurrence: id, actorId, facts },
        ])
      },
    }),
  ),
]

const about = (id: string) => ({ type: 'documents' as const, id })
