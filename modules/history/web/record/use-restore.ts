import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { newId, toast } from '@peyvand/ui'
import type { RecordHistory } from './history-words.ts'

/** Gives a field its earlier value back and says so. */
export function useRestore({ id, version, routes, topics }: RecordHistory) {
  const t = useT()
  const problem = useProblemText()
  return async (changeId: string, { field, label }: { field: string; label: string }): Promise<void> => {
    try {
      const call = { params: { id, changeId }, body: { field, version } }
      await callApi(routes.restore as never, call as never, { idempotencyKey: newId() })
      toast({ kind: 'ok', title: t('history.restored', { field: label }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(topics)
  }
}
