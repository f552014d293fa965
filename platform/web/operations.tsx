import { Button, IconButton, Popover, ProgressBar, StatusPill, toast, useFormat } from '@peyvand/ui'
import { ListChecks } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { DialogTrigger } from 'react-aria-components'
import {
  cancelOperationRoute,
  getOperationRoute,
  listOperationsRoute,
  type Operation,
  undoOperationRoute,
} from '../contract/index.ts'
import { callApi } from './api.ts'
import { type T, useT } from './i18n.ts'
import { problemText } from './problem-text.ts'
import { invalidateTopics, queryClient, useRoute } from './query.ts'

const tones = {
  queued: 'accent',
  running: 'accent',
  done: 'ok',
  failed: 'bad',
  cancelled: 'warn',
  undone: 'neutral',
} as const

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

const fileOf = ({ fileUrl }: Operation['result']): string | null =>
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

/** In the top bar: my long work, running and ended, to come back to. */
export function OperationsMenu() {
  const t = useT()
  const { data } = useRoute(listOperationsRoute, { query: { limit: 10, count: 'none' } })
  const items = data?.items ?? []
  const running = items.filter(({ state }) => state === 'queued' || state === 'running').length
  const before = useRef(running)
  useEffect(() => {
    if (running < before.current) void queryClient.invalidateQueries()
    before.current = running
  }, [running])
  if (items.length === 0) return null
  return (
    <DialogTrigger>
      <IconButton
        label={t('operations.title')}
        icon={<ListChecks />}
        {...(running > 0 ? { isPending: true } : {})}
      />
      <Popover label={t('operations.title')}>
        <ul className="flex w-96 max-w-full flex-col divide-y divide-line">
          {items.map((operation) => (
            <OperationRow key={operation.id} operation={operation} />
          ))}
        </ul>
      </Popover>
    </DialogTrigger>
  )
}

function OperationRow({ operation }: { operation: Operation }) {
  const t = useT()
  const format = useFormat()
  const { id, kind, state, done, total, can, createdAt, result } = operation
  const isRunning = state === 'queued' || state === 'running'
  const file = fileOf(result)
  return (
    <li className="flex flex-col gap-1.5 p-3">
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium">{t(kind)}</span>
        <StatusPill tone={tones[state]}>{t(`operations.state.${state}`)}</StatusPill>
      </div>
      {isRunning && <ProgressBar label={t(kind)} {...(total ? { value: done / total } : {})} />}
      <div className="flex items-center justify-between gap-2 text-meta text-muted">
        <span>
          {total === null ? format.number(done) : t('operations.progress', { done, total })} ·{' '}
          {format.relative(createdAt)}
        </span>
        <span className="flex gap-1">
          {file && (
            <a className="text-accent-text underline" href={file}>
              {t('web.download')}
            </a>
          )}
          {can.cancel && (
            <Button
              size="small"
              kind="quiet"
              onPress={() => void callApi(cancelOperationRoute, { params: { id } })}
            >
              {t('web.stop')}
            </Button>
          )}
          {can.undo && (
            <Button size="small" kind="quiet" onPress={() => void undoOperation(t, id, [])}>
              {t('web.undo')}
            </Button>
          )}
        </span>
      </div>
    </li>
  )
}
