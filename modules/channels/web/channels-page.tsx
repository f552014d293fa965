import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { PageHeader, Tabs } from '@peyvand/ui'
import { z } from 'zod'
import { getMailServerRoute, getSmsGatewayRoute } from '../contract/index.ts'
import { MailServerForm } from './mail-server-form.tsx'
import { MessageLog } from './message-log.tsx'
import { SmsGatewayForm } from './sms-gateway-form.tsx'

const tabs = ['email', 'sms', 'log'] as const
const Search = z.object({ tab: z.enum(tabs).default('email').catch('email') })

/** How the firm sends e-mail and SMS, and what was sent. */
export function ChannelsPage() {
  const t = useT()
  usePageTitle(t('channels.nav'))
  const [{ tab }, setSearch] = useUrlState(Search)
  const contents = { email: <MailServer />, sms: <Sms />, log: <MessageLog /> }
  return (
    <div className="flex max-w-200 flex-col gap-3">
      <PageHeader title={t('channels.nav')} subtitle={t('channels.about')} />
      <Tabs
        label={t('channels.nav')}
        value={tab}
        onChange={(next) => setSearch({ tab: next })}
        items={tabs.map((id) => ({ id, label: t(`channels.tab.${id}`), content: contents[id] }))}
      />
    </div>
  )
}

function MailServer() {
  const { data, error, refetch } = useRoute(getMailServerRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <MailServerForm key={data.mailServer?.version ?? 0} mailServer={data.mailServer} />
}

function Sms() {
  const { data, error, refetch } = useRoute(getSmsGatewayRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <SmsGatewayForm key={data.smsGateway?.version ?? 0} smsGateway={data.smsGateway} />
}
