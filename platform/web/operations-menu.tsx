import { Button, IconButton, Popover, ProgressBar, StatusPill, useFormat } from '@peyvand/ui'
import { ListChecks } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { cancelOperationRoute, listOperationsRoute, type Operation } from '../contract/index.ts'
import { callApi } from './api.ts'
import { fileOf, undoOperation } from './follow-operation.ts'
import { useT } from './i18n.ts'
import { queryClient, useRoute } from './query.ts'

const tones = {
  queued: 'accent',
  running: 'accent',
  done: 'ok',
  failed: 'bad',
  cancelled: 'warn',
  undone: 'neutral',
} as const

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
