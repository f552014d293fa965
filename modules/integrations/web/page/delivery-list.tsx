import type { ListFields } from '@peyvand/platform/contract'
import { ListPage, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Bdi, EmptyState, StatusPill, useFormat } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { Send } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { z } from 'zod'
import { type Delivery, DeliveryState, listDeliveriesRoute, listWebhooksRoute } from '../../contract/index.ts'
import { DeliveryDrawer } from './delivery-drawer.tsx'
import { deliveryTones } from './delivery-tones.ts'
import { useEventGroups, useEventLabel } from './use-webhook-events.ts'

const Search = z.object({ peek: z.string().optional().catch(undefined) })
const defaultColumns = ['createdAt', 'webhook', 'event', 'state', 'status', 'attempts'] as const

/** The log of deliveries, newest first. */
export function DeliveryList({ switcher }: { switcher: ReactNode }) {
  const t = useT()
  const [, setSearch] = useUrlState(Search)
  const eventLabel = useEventLabel()
  return (
    <ListPage<Delivery>
      list="webhooks.deliveries"
      title={t('webhooks.log')}
      route={listDeliveriesRoute}
      fields={useDeliveryFields()}
      columns={useDeliveryColumns()}
      defaultColumns={defaultColumns}
      defaultSort="-createdAt"
      rowLabel={({ event, webhook }) => `${webhook.name}: ${eventLabel(event)}`}
      onOpen={({ id }) => setSearch({ peek: id })}
      renderPeek={({ id, close }) => <DeliveryDrawer key={id} id={id} onClose={close} />}
      actions={() => switcher}
      renderCard={(delivery) => <DeliveryCard delivery={delivery} />}
      searchLabel={t('webhooks.log.search')}
      empty={
        <EmptyState icon={<Send />} title={t('webhooks.log.empty')}>
          {t('webhooks.log.emptyHint')}
        </EmptyState>
      }
    />
  )
}

function useDeliveryFields(): ListFields {
  const { data } = useRoute(listWebhooksRoute, {})
  const eventLabel = useEventLabel()
  const groups = useEventGroups()
  return useMemo(
    () => ({
      webhook: {
        type: 'enum',
        label: 'webhooks.webhook',
        options: Object.fromEntries((data?.items ?? []).map(({ id, name }) => [id, name])),
      },
      event: {
        type: 'enum',
        label: 'webhooks.delivery.event',
        options: Object.fromEntries(
          (groups ?? []).flatMap(({ events }) => events.map(({ name }) => [name, eventLabel(name)])),
        ),
      },
      state: {
        type: 'enum',
        label: 'webhooks.delivery.state',
        options: Object.fromEntries(
          DeliveryState.options.map((state) => [state, `webhooks.delivery.state.${state}`]),
        ),
      },
      status: { type: 'number', label: 'webhooks.delivery.status' },
      createdAt: { type: 'instant', label: 'webhooks.delivery.createdAt', sortable: true },
    }),
    [data, groups, eventLabel],
  )
}

function useDeliveryColumns(): DataGridColumn<Delivery>[] {
  const t = useT()
  const format = useFormat()
  const eventLabel = useEventLabel()
  return useMemo(
    () => [
      {
        id: 'createdAt',
        header: t('webhooks.delivery.createdAt'),
        width: 170,
        sortable: true,
        cell: ({ createdAt }) => format.dateTime(createdAt),
      },
      { id: 'webhook', header: t('webhooks.webhook'), width: 160, cell: ({ webhook }) => webhook.name },
      {
        id: 'event',
        header: t('webhooks.delivery.event'),
        width: 240,
        cell: ({ event, isReplay }) =>
          isReplay ? `${eventLabel(event)} (${t('webhooks.delivery.replayOf')})` : eventLabel(event),
      },
      {
        id: 'state',
        header: t('webhooks.delivery.state'),
        width: 140,
        cell: ({ state }) => (
          <StatusPill tone={deliveryTones[state]}>{t(`webhooks.delivery.state.${state}`)}</StatusPill>
        ),
      },
      {
        id: 'status',
        header: t('webhooks.delivery.status'),
        width: 110,
        cell: ({ status }) => status && <Bdi>{status}</Bdi>,
      },
      {
        id: 'attempts',
        header: t('webhooks.delivery.attempts'),
        width: 90,
        cell: ({ attempts }) => format.number(attempts),
      },
      {
        id: 'nextAttemptAt',
        header: t('webhooks.delivery.next'),
        width: 170,
        cell: ({ nextAttemptAt }) => nextAttemptAt && format.dateTime(nextAttemptAt),
      },
    ],
    [t, format, eventLabel],
  )
}

const DeliveryCard = ({ delivery: { webhook, event, state, createdAt, status } }: { delivery: Delivery }) => {
  const t = useT()
  const format = useFormat()
  const eventLabel = useEventLabel()
  return (
    <div className="flex min-w-0 items-center gap-3">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{eventLabel(event)}</p>
        <p className="truncate text-meta text-muted">
          {webhook.name} · {format.dateTime(createdAt)}
          {status !== null && (
            <>
              {' · '}
              <Bdi>{status}</Bdi>
            </>
          )}
        </p>
      </div>
      <StatusPill tone={deliveryTones[state]}>{t(`webhooks.delivery.state.${state}`)}</StatusPill>
    </div>
  )
}
