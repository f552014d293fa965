import { toast } from '@peyvand/ui'
import {
  getOperationRoute,
  listOperationsRoute,
  type Operation,
  undoOperationRoute,
} from '../contract/index.ts'
import { callApi } from './api.ts'
import type { T } from './i18n.ts'
import { problemText } from './problem-text.ts'
import { invalidateTopics, queryClient } from './query.ts'

/** Watches long work that a screen started and tells when it ends, with undo where that is possible. */
export async function followOperation(
  t: T,
  operationId: string,
  topics: readonly string[],
): Promise<Operation> {
  await queryClient.invalidateQueries({ queryKey: [listOperationsRoute.path] })
  for (let wait = 250; ; wait = Math.min(wait * 1.5, 3000)) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const operation = await callApi(getOperationRoute, { params: { id: operationId } })
    if (operation.state === 'queued' || operation.state === 'running') continue
    await invalidateTopics([...topics, 'operations'])
    announce(t, operation, topics)
    return operation
  }
}

function announce(t: T, operation: Operation, topics: readonly string[]): void {
  const values = { name: t(operation.kind), done: operation.done, failed: operation.failed }
  const kind = operation.state === 'failed' ? 'bad' : operation.failed > 0 ? 'warn' : 'ok'
  toast({
    kind,
    title: t(
      operation.state === 'done' ? 'operations.finished' : `operations.ended.${operation.state}`,
      values,
    ),
    ...actionOf(t, operation, topics),
  })
}

/** What can be done with ended work: save the file it made, or take the change back. */
function actionOf(t: T, { id, result, can }: Operation, topics: readonly string[]) {
  const file = fileOf(result)
  if (file) return { action: { label: t('web.download'), onPress: () => window.location.assign(file) } }
  if (!can.undo) return {}
  return { action: { label: t('web.undo'), onPress: () => void undoOperation(t, id, topics) } }
}

/** The address of the file that ended work has made, if it made one. */
export const fileOf = ({ fileUrl }: Operation['result']): string | null =>
  typeof fileUrl === 'string' && fileUrl.startsWith('/api/') ? fileUrl : null

/** Takes a finished bulk change back, and tells how it went. */
export async function undoOperation(t: T, id: string, topics: readonly string[]): Promise<void> {
  try {
    const { operationId } = await callApi(undoOperationRoute, { params: { id } })
    await followOperation(t, operationId, topics)
  } catch (error) {
    toast({ kind: 'bad', title: problemText(t, error) })
  }
}
