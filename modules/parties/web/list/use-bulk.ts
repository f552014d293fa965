import type { Selection } from '@peyvand/platform/contract'
import { callApi, followOperation, problemText, useT } from '@peyvand/platform/web'
import { newId, toast } from '@peyvand/ui'
import { type BulkAction, bulkPartiesRoute } from '../../contract/index.ts'

const topics = ['parties', 'party-groups']

/** Starts a change of many parties; it goes on by itself, and its end is told with the way back. */
export function useBulk(selection: Selection): (action: BulkAction) => Promise<void> {
  const t = useT()
  return async (action) => {
    const { operationId } = await callApi(
      bulkPartiesRoute,
      { body: { selection, action } },
      { idempotencyKey: newId() },
    )
    toast({ title: t('parties.bulkStarted') })
    followOperation(t, operationId, topics).catch((error: unknown) =>
      toast({ kind: 'bad', title: problemText(t, error) }),
    )
  }
}
