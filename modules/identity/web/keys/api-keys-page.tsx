import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import {
  Bdi,
  Button,
  Card,
  confirm,
  EmptyState,
  PageHeader,
  StatusPill,
  toast,
  useFormat,
  useUi,
} from '@peyvand/ui'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { type ApiKey, listApiKeysRoute, revokeApiKeyRoute } from '../../contract/index.ts'
import { NewApiKeyDialog } from './new-api-key-dialog.tsx'
import { useScopeNames } from './use-scope-options.ts'

const dayMs = 86_400_000
/** Early enough to make another key and put it in its place. */
const warnMs = 14 * dayMs

/** Keys by which programs act for a user of the firm. */
export function ApiKeysPage() {
  const t = useT()
  usePageTitle(t('identity.ui.nav.apiKeys'))
  const [isMaking, setMaking] = useState(false)
  const { data, error, refetch } = useRoute(listApiKeysRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setMaking(true)}>
      {t('identity.ui.keys.new')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-3">
      <PageHeader title={t('identity.ui.nav.apiKeys')} subtitle={t('identity.ui.keys.hint')} actions={add} />
      <Card isFlush>
        {data.items.length === 0 ? (
          <EmptyState icon={<KeyRound />} title={t('identity.ui.keys.empty')} action={add} />
        ) : (
          <ul className="divide-y divide-line">
            {data.items.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </ul>
        )}
      </Card>
      {isMaking && <NewApiKeyDialog onClose={() => setMaking(false)} />}
    </div>
  )
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const [now] = useState(() => Date.now())
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { locale } = useUi()
  const { name, prefix, user, scopes, createdAt, lastUsedAt, expiresAt, revokedAt } = apiKey
  const msLeft = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - now
  const isExpired = msLeft <= 0
  const scopeNames = useScopeNames()
  const revoke = async () => {
    const isSure = await confirm({
      title: t('identity.ui.keys.revoke'),
      body: t('identity.ui.keys.revokeBody', { name }),
      confirmLabel: t('identity.ui.keys.revoke'),
      isDanger: true,
    })
    if (!isSure) return
    await callApi(revokeApiKeyRoute, { params: { id: apiKey.id } }).catch((error: unknown) =>
      toast({ kind: 'bad', title: problem(error) }),
    )
    await invalidateTopics(['api-keys'])
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{name}</span>
          <Bdi className="font-mono text-meta text-muted">{prefix}…</Bdi>
          {revokedAt && <StatusPill tone="bad">{t('identity.ui.keys.revoked')}</StatusPill>}
          {!revokedAt && isExpired && <StatusPill tone="warn">{t('identity.ui.keys.expired')}</StatusPill>}
          {!revokedAt && !isExpired && msLeft < warnMs && (
            <StatusPill tone="warn">
              {t('identity.ui.keys.expiresSoon', { days: Math.ceil(msLeft / dayMs) })}
            </StatusPill>
          )}
        </p>
        <p className="text-meta text-muted">
          {t('identity.ui.keys.facts', { user: user.name, created: format.date(createdAt.slice(0, 10)) })}
          {' · '}
          {lastUsedAt
            ? t('identity.ui.keys.lastUsed', { when: format.relative(lastUsedAt) })
            : t('identity.ui.keys.neverUsed')}
          {expiresAt && ` · ${t('identity.ui.keys.expires', { when: format.dateTime(expiresAt) })}`}
        </p>
        <p className="text-meta text-muted">
          {scopes.includes('*')
            ? t('identity.ui.keys.allScopes')
            : scopes.map((scope) => scopeNames.get(scope) ?? scope).join(locale === 'fa' ? '، ' : ', ')}
        </p>
      </div>
      {!revokedAt && (
        <Button size="small" kind="danger" onPress={() => void revoke()}>
          {t('identity.ui.keys.revoke')}
        </Button>
      )}
    </li>
  )
}
