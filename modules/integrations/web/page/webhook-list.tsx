import { PageProblem, PageSkeleton, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Button, Card, EmptyState, lazyPart, PageHeader } from '@peyvand/ui'
import { Plus, Webhook as WebhookIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { listWebhooksRoute } from '../../contract/index.ts'
import { SecretDialog, type ShownSecret } from './secret-dialog.tsx'
import { useEventGroups } from './use-webhook-events.ts'
import { WebhookRow } from './webhook-row.tsx'

const DeliveryDrawer = lazyPart(async () => (await import('./delivery-drawer.tsx')).DeliveryDrawer)
const WebhookDrawer = lazyPart(async () => (await import('./webhook-drawer.tsx')).WebhookDrawer)

const Search = z.object({
  /** `new`, or the id of the webhook that is edited. */
  form: z.string().optional().catch(undefined),
  /** The delivery beside the list: what came of a test. */
  peek: z.string().optional().catch(undefined),
})

/** Every webhook with how it does; made, edited, tried and switched here. */
export function WebhookList({ switcher }: { switcher: ReactNode }) {
  const t = useT()
  const [{ form, peek }, setSearch] = useUrlState(Search)
  const [secret, setSecret] = useState<ShownSecret | null>(null)
  const { data, error, refetch } = useRoute(listWebhooksRoute, {})
  const groups = useEventGroups()
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data || !groups) return <PageSkeleton />
  const add = (
    <Button
      kind="primary"
      icon={<Plus size={16} aria-hidden />}
      onPress={() => setSearch({ form: 'new' }, { push: true })}
    >
      {t('webhooks.new')}
    </Button>
  )
  const edited = data.items.find(({ id }) => id === form)
  return (
    <div className="flex flex-col gap-3">
      <PageHeader
        title={t('webhooks.nav')}
        subtitle={t('webhooks.about')}
        actions={
          <>
            {switcher}
            {add}
          </>
        }
      />
      <Card isFlush>
        {data.items.length === 0 ? (
          <EmptyState icon={<WebhookIcon />} title={t('webhooks.empty')} action={add}>
            {t('webhooks.emptyHint')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {data.items.map((webhook) => (
              <WebhookRow
                key={webhook.id}
                webhook={webhook}
                onEdit={() => setSearch({ form: webhook.id }, { push: true })}
                onTested={(id) => setSearch({ peek: id })}
                onSecret={setSecret}
              />
            ))}
          </ul>
        )}
      </Card>
      {(form === 'new' || edited) && (
        <WebhookDrawer
          key={form}
          webhook={edited}
          onClose={() => setSearch({ form: undefined })}
          onSecret={setSecret}
        />
      )}
      {peek && <DeliveryDrawer key={peek} id={peek} onClose={() => setSearch({ peek: undefined })} />}
      {secret && <SecretDialog {...secret} onClose={() => setSecret(null)} />}
    </div>
  )
}
