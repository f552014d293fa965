import { getOperationRoute } from '@peyvand/platform/contract'
import { useRoute, useT } from '@peyvand/platform/web'
import { Button, Callout, ProgressBar } from '@peyvand/ui'
import { useEffect } from 'react'

interface SampleDataProgressProps {
  operationId: string
  onDone: () => void
}

/** How far the sample firm has got; it also fills itself when the page is left. */
export function SampleDataProgress({ operationId, onDone }: SampleDataProgressProps) {
  const t = useT()
  const { data: operation } = useRoute(
    getOperationRoute,
    { params: { id: operationId } },
    { staleTime: 0, refetchInterval: 500 },
  )
  const isDone = operation?.state === 'done'
  useEffect(() => {
    if (isDone) onDone()
  }, [isDone, onDone])
  const hasFailed = operation?.state === 'failed' || operation?.state === 'cancelled'
  const total = operation?.total ?? 0
  return (
    <div className="flex flex-col gap-4">
      {hasFailed ? (
        <Callout tone="bad">{t('identity.ui.sample.failed')}</Callout>
      ) : (
        <ProgressBar
          label={t('identity.ui.sample.progress')}
          {...(operation && total > 0 ? { value: operation.done / total } : {})}
        />
      )}
      <Button kind={hasFailed ? 'primary' : 'quiet'} onPress={onDone}>
        {t('identity.ui.sample.enter')}
      </Button>
    </div>
  )
}
