import {
  callApi,
  invalidateTopics,
  PageProblem,
  useProblemText,
  useRoute,
  useT,
  useWatch,
} from '@peyvand/platform/web'
import { Bdi, Button, DescriptionList, Drawer, Skeleton, StatusPill, toast, useFormat } from '@peyvand/ui'
import { RotateCcw } from 'lucide-react'
import { type DeliveryDetail, getDeliveryRoute, replayDeliveryRoute } from '../../contract/index.ts'
import { AttemptList } from './attempt-list.tsx'
import { CodeBlock } from './code-block.tsx'
import { deliveryTones } from './delivery-tones.ts'
import { useFaultText } from './use-fault-text.ts'
import { useEventLabel } from './use-webhook-events.ts'

interface Props {
  id: string
  onClose: () => void
}

/** One delivery: what was sent, what came back, every attempt; sent again from here. */
export function DeliveryDrawer({ id, onClose }: Props) {
  const t = useT()
  const problem = useProblemText()
  const { data, error } = useRoute(getDeliveryRoute, { params: { id } })
  useWatch('webhooks', data?.webhook.id)
  const replay = async () => {
    try {
      await callApi(replayDeliveryRoute, { params: { id } })
      toast({ kind: 'ok', title: t('webhooks.delivery.replayed') })
      await invalidateTopics(['webhooks', 'webhook-deliveries'])
      onClose()
    } catch (fault) {
      toast({ kind: 'bad', title: problem(fault) })
    }
  }
  return (
    <Drawer
      isOpen
      size="wide"
      onOpenChange={onClose}
      title={data ? `${t('webhooks.delivery')}: ${data.webhook.name}` : t('webhooks.delivery')}
      {...(data?.can.replay
        ? {
            footer: (
              <Button icon={<RotateCcw size={16} aria-hidden />} onPress={() => void replay()}>
                {t('webhooks.delivery.replay')}
              </Button>
            ),
          }
        : {})}
    >
      {data ? (
        <Detail delivery={data} />
      ) : error ? (
        <PageProblem error={error} />
      ) : (
        <Skeleton className="h-60" />
      )}
    </Drawer>
  )
}

const Detail = ({ delivery }: { delivery: DeliveryDetail }) => {
  const t = useT()
  const format = useFormat()
  const eventLabel = useEventLabel()
  const faultText = useFaultText()
  const { event, eventId, url, state, status, fault, attempts, createdAt, nextAttemptAt, body, log } =
    delivery
  return (
    <div className="flex flex-col gap-5">
      <DescriptionList
        items={[
          {
            label: t('webhooks.delivery.state'),
            value: (
              <StatusPill tone={deliveryTones[state]}>{t(`webhooks.delivery.state.${state}`)}</StatusPill>
            ),
          },
          ...(fault ? [{ label: t('webhooks.delivery.fault'), value: faultText(fault) }] : []),
          { label: t('webhooks.delivery.event'), value: eventLabel(event) },
          { label: t('webhooks.delivery.id'), value: <Bdi className="font-mono text-meta">{eventId}</Bdi> },
          { label: t('webhooks.url'), value: <Bdi className="font-mono text-meta break-all">{url}</Bdi> },
          { label: t('webhooks.delivery.createdAt'), value: format.dateTime(createdAt, 'full') },
          { label: t('webhooks.delivery.status'), value: status && <Bdi>{status}</Bdi> },
          { label: t('webhooks.delivery.attempts'), value: format.number(attempts) },
          ...(nextAttemptAt
            ? [{ label: t('webhooks.delivery.next'), value: format.dateTime(nextAttemptAt) }]
            : []),
        ]}
      />
      <CodeBlock label={t('webhooks.delivery.body')} text={indented(body)} />
      <AttemptList log={log} />
    </div>
  )
}

const indented = (body: string): string => JSON.stringify(JSON.parse(body), null, 2)
