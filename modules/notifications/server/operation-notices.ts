import { operationFinished } from '@peyvand/platform/contract'
import { type Listener, on } from '@peyvand/platform/server'
import { notify } from './notify.ts'

export const operationListeners: readonly Listener[] = [
  on(
    operationFinished,
    'notifications.operationFinished',
    async (ctx, { operationId, kind, state, userId }) => {
      await notify(ctx, [
        {
          userId,
          kind: 'operationFinished',
          subject: { type: 'operations', id: operationId },
          occurrence: '',
          facts: { operation: kind, state },
        },
      ])
    },
  ),
]
