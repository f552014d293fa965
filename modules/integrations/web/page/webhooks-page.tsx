import { useListChoice, usePageTitle, useT } from '@peyvand/platform/web'
import { lazyPart, Skeleton } from '@peyvand/ui'
import { WebhookList } from './webhook-list.tsx'

const DeliveryList = lazyPart(
  async () => (await import('./delivery-list.tsx')).DeliveryList,
  () => <Skeleton className="h-40" />,
)

/** The webhooks of the firm, and the log of what they delivered. */
export function WebhooksPage() {
  const t = useT()
  usePageTitle(t('webhooks.nav'))
  const { shown, switcher } = useListChoice({
    param: 'show',
    label: t('webhooks.nav'),
    lists: [
      { id: 'webhooks', label: t('webhooks.nav') },
      { id: 'log', label: t('webhooks.log') },
    ],
  })
  return shown === 'webhooks' ? <WebhookList switcher={switcher} /> : <DeliveryList switcher={switcher} />
}
