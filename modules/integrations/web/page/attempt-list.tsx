import { useT } from '@peyvand/platform/web'
import { Bdi, Disclosure, StatusPill, useFormat } from '@peyvand/ui'
import type { DeliveryAttempt } from '../../contract/index.ts'
import { CodeBlock } from './code-block.tsx'
import { useFaultText } from './use-fault-text.ts'

/** Every request of a delivery with its answer, the newest first and open. */
export const AttemptList = ({ log }: { log: readonly DeliveryAttempt[] }) => {
  const t = useT()
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{t('webhooks.delivery.attempts')}</h3>
      {log.length === 0 && <p className="text-meta text-muted">{t('webhooks.delivery.noAttempt')}</p>}
      {log.map((attempt, index) => (
        <Attempt key={attempt.id} attempt={attempt} number={log.length - index} isOpen={index === 0} />
      ))}
    </section>
  )
}

interface AttemptProps {
  attempt: DeliveryAttempt
  number: number
  isOpen: boolean
}

const Attempt = ({ attempt, number, isOpen }: AttemptProps) => {
  const t = useT()
  const format = useFormat()
  const faultText = useFaultText()
  const { at, durationMs, status, fault, requestHeaders, responseHeaders, responseText } = attempt
  return (
    <Disclosure
      title={
        <span className="flex flex-wrap items-center gap-x-3">
          <span>{t('webhooks.delivery.attempt', { number })}</span>
          <StatusPill tone={fault ? 'bad' : 'ok'}>
            {status ? <Bdi>{status}</Bdi> : t('webhooks.delivery.none')}
          </StatusPill>
          <span className="text-meta font-normal text-muted">
            {format.dateTime(at)} · {t('webhooks.delivery.took', { ms: durationMs })}
          </span>
        </span>
      }
      defaultOpen={isOpen}
    >
      <div className="flex flex-col gap-3">
        {fault && <p className="text-meta text-bad">{faultText(fault)}</p>}
        <CodeBlock label={t('webhooks.delivery.request')} text={lines(requestHeaders)} />
        {status !== null && (
          <CodeBlock label={t('webhooks.delivery.response')} text={lines(responseHeaders)} />
        )}
        {responseText && <CodeBlock label={t('webhooks.delivery.answer')} text={responseText} />}
      </div>
    </Disclosure>
  )
}

const lines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
