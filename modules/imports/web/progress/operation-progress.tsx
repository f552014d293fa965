import { cancelOperationRoute, type Operation } from '@peyvand/platform/contract'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Card, ProgressBar, toast, useFormat } from '@peyvand/ui'
import { useEffect, useState } from 'react'
import { rateOf, type Sample, secondsLeft, withSample } from './rate.ts'

type Props = {
  title: string
  operation: Operation | undefined
  /** What stopping means here. */
  hint: string
}

/** Long work on its way: how far, how fast, how long still, and a way to stop it. */
export const OperationProgress = ({ title, operation, hint }: Props) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const done = operation?.done ?? 0
  const total = operation?.total ?? null
  const rate = useRate(done)
  const seconds = secondsLeft(rate, { done, total })
  const stop = async () => {
    if (!operation) return
    try {
      await callApi(cancelOperationRoute, { params: { id: operation.id } })
      await invalidateTopics(['operations'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <ProgressBar
          label={title}
          {...(total ? { value: done / total } : {})}
          valueLabel={
            total
              ? t('imports.progress.of', { done: format.number(done), total: format.number(total) })
              : t('imports.progress.rows', { done: format.number(done) })
          }
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="me-auto text-body text-muted" aria-live="off">
            {rate === null
              ? t('imports.progress.starting')
              : t('imports.progress.rate', { rate: format.number(Math.round(rate)) })}
            {seconds !== null && <> · {t('imports.progress.left', { time: durationText(seconds) })}</>}
          </p>
          {operation?.can.cancel && <Button onPress={() => void stop()}>{t('web.stop')}</Button>}
        </div>
        <p className="text-meta text-muted">{hint}</p>
      </div>
    </Card>
  )

  function durationText(left: number) {
    return left < 60
      ? t('imports.progress.seconds', { n: format.number(left) })
      : t('imports.progress.minutes', { n: format.number(Math.ceil(left / 60)) })
  }
}

function useRate(done: number): number | null {
  const [samples, setSamples] = useState<readonly Sample[]>([])
  // The clock is what is synchronised with: a sample has the moment at which the count came.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setSamples((before) => withSample(before, { at: Date.now(), done })), [done])
  return rateOf(samples)
}
