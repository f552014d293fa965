import { usePageTitle, useT, useUrlState } from '@peyvand/platform/web'
import { lazyPart, SegmentedControl, Skeleton } from '@peyvand/ui'
import { z } from 'zod'
import { WebhookList } from './webhook-list.tsx'

const DeliveryList = lazyPart(
  async () => (await import('./delivery-list.tsx')).DeliveryList,
  () => <Skeleton className="h-40" />,
)

const Search = z.object({ show: z.enum(['webhooks', 'log']).default('webhooks').catch('webhooks') })

/** The webhooks of the firm, and the log of what they delivered. */
export function WebhooksPage() {
  const t = useT()
  usePageTitle(t('webhooks.nav'))
  const [{ show }, setSearch] = useUrlState(Search)
  const switcher = (
    <SegmentedControl
      label={t('webhooks.nav')}
      value={show}
      onChange={(next) => setSearch({ show: next, ...nothingElse })}
      options={[
        { id: 'webhooks', label: t('webhooks.nav') },
        { id: 'log', label: t('webhooks.log') },
      ]}
    />
  )
  return show === 'webhooks' ? <WebhookList switcher={switcher} /> : <DeliveryList switcher={switcher} />
}

/** What stands in the address for the other half has no meaning in this one. */
const nothingElse = {
  filter: undefined,
  sort: undefined,
  columns: undefined,
  q: undefined,
  view: undefined,
  peek: undefined,
  form: undefined,
} as object
