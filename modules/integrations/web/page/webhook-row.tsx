import { useT, useWatch } from '@peyvand/platform/web'
import { Link, OwnText, StatusPill, useFormat } from '@peyvand/ui'
import type { Webhook } from '../../contract/index.ts'
import type { ShownSecret } from './secret-dialog.tsx'
import { useEventLabel } from './use-webhook-events.ts'
import { WebhookMenu } from './webhook-menu.tsx'

const tones = { on: 'ok', failing: 'warn', off: 'neutral', stopped: 'bad' } as const
const eventsShown = 3

interface Props {
  webhook: Webhook
  onEdit: () => void
  /** With the id of the test's delivery. */
  onTested: (deliveryId: string) => void
  onSecret: (secret: ShownSecret) => void
}

/** One webhook: where it sends, how it does, and what can be done with it. */
export const WebhookRow = ({ webhook, ...acts }: Props) => {
  const t = useT()
  const format = useFormat()
  const eventLabel = useEventLabel()
  const { id, name, url, events, state, stopReason, failures, failingSince, lastDelivery } = webhook
  useWatch('webhooks', id)
  const labels = events.slice(0, eventsShown).map(eventLabel).join(t('webhooks.comma'))
  const more = events.length - eventsShown
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <button
            type="button"
            className="cursor-pointer text-start font-medium hover:text-accent-text"
            onClick={acts.onEdit}
          >
            {name}
          </button>
          <StatusPill tone={tones[state]}>{t(`webhooks.state.${state}`)}</StatusPill>
        </p>
        <OwnText className="text-meta text-muted">{url}</OwnText>
        <p className="text-meta">
          {labels}
          {more > 0 && ` ${t('webhooks.moreEvents', { count: more })}`}
        </p>
        {stopReason && <p className="text-meta text-bad">{t(`webhooks.stopped.${stopReason}`)}</p>}
        {state === 'failing' && failingSince && (
          <p className="text-meta text-warn">
            {t('webhooks.failing', { count: failures, since: format.dateTime(failingSince) })}
          </p>
        )}
        <p className="flex flex-wrap gap-x-3 text-meta text-muted">
          {lastDelivery ? (
            <>
              <span>{t('webhooks.last', { when: format.relative(lastDelivery.at) })}</span>
              <span>{t('webhooks.lastDay', { delivered: webhook.delivered, failed: webhook.failed })}</span>
              <Link href={logOf(id)}>{t('webhooks.showLog')}</Link>
            </>
          ) : (
            <span>{t('webhooks.never')}</span>
          )}
        </p>
      </div>
      <WebhookMenu webhook={webhook} {...acts} />
    </li>
  )
}

const logOf = (id: string) => {
  const filter = JSON.stringify({ and: [{ field: 'webhook', op: 'in', value: [id] }] })
  return `/settings/webhooks?show=log&filter=${encodeURIComponent(filter)}`
}
