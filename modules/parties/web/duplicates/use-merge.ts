import {
  callApi,
  invalidateTopics,
  undoOperation,
  useMutateRoute,
  useProblemText,
  useT,
} from '@peyvand/platform/web'
import { newId, toast } from '@peyvand/ui'
import { useState } from 'react'
import { dismissPairRoute, mergePartiesRoute } from '../../contract/index.ts'
import { type Choices, choicesFor, otherSide, type Pair, type Side } from './merge-choices.ts'

const topics = ['parties', 'party-groups', 'activities']

/** Merges a pair, or says that it is none; both can be taken back from the message. */
export function useMerge() {
  const t = useT()
  const problem = useProblemText()
  const { mutateAsync: mark } = useMutateRoute(dismissPairRoute, ['parties'])
  const [isBusy, setBusy] = useState(false)

  const run = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true)
    try {
      await work()
      return true
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
      return false
    } finally {
      setBusy(false)
    }
  }
  const merge = (pair: Pair, survivor: Side, choices: Choices) =>
    run(async () => {
      const [kept, gone] = [pair[survivor], pair[otherSide(survivor)]]
      const { operationId } = await callApi(
        mergePartiesRoute,
        {
          body: {
            survivorId: kept.id,
            mergedId: gone.id,
            versions: { survivor: kept.version, merged: gone.version },
            fields: choicesFor(choices, survivor),
          },
        },
        { idempotencyKey: newId() },
      )
      await invalidateTopics([...topics, 'operations'])
      toast({
        kind: 'ok',
        title: t('parties.duplicates.merged', { name: kept.name }),
        action: { label: t('web.undo'), onPress: () => void undoOperation(t, operationId, topics) },
      })
    })
  const dismiss = ({ first, second }: Record<Side, { id: string }>, dismissed = true): Promise<boolean> =>
    run(async () => {
      const ids = { firstId: first.id, secondId: second.id }
      await mark({ body: { ...ids, dismissed } })
      toast({
        kind: 'ok',
        title: t(dismissed ? 'parties.duplicates.dismissed' : 'parties.duplicates.returned'),
        ...(dismissed && {
          action: { label: t('web.undo'), onPress: () => void dismiss({ first, second }, false) },
        }),
      })
    })
  return { merge, dismiss, isBusy }
}
