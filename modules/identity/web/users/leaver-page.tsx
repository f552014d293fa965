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
  Button,
  ButtonLink,
  Callout,
  Card,
  ComboBox,
  confirm,
  PageHeader,
  toast,
  useFormat,
  useUi,
} from '@peyvand/ui'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { letGoRoute, listColleaguesRoute, type WorkOfUser, workOfUserRoute } from '../../contract/index.ts'

interface Moved {
  kind: string
  label: string
  count: number
  operationId: string | null
}

/** Everything that a leaving colleague has in hand, and who takes it over. */
export function LeaverPage() {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: work, error, refetch } = useRoute(workOfUserRoute, { params: { id } })
  const [moved, setMoved] = useState<readonly Moved[] | null>(null)
  usePageTitle(t('identity.ui.leaver'))
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!work) return <PageSkeleton />
  const { name } = work.user
  return (
    <div className="mx-auto flex max-w-180 flex-col gap-3">
      <PageHeader title={t('identity.ui.leaver.of', { name })} subtitle={t('identity.ui.leaver.hint')} />
      {moved ? <Done name={name} moved={moved} /> : <HandOver work={work} onDone={setMoved} />}
    </div>
  )
}

function HandOver({ work, onDone }: { work: WorkOfUser; onDone: (moved: readonly Moved[]) => void }) {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { locale } = useUi()
  const { user, items, sessions, apiKeys } = work
  const { data: colleagues } = useRoute(listColleaguesRoute, { query: {} })
  const [to, setTo] = useState<Readonly<Record<string, string | null>>>({})
  const [first = null, ...others] = new Set(items.map(({ kind }) => to[kind] ?? null))
  const onlyHeir = others.length === 0 ? first : null
  const [isPending, setPending] = useState(false)
  const options = (colleagues?.items ?? [])
    .filter(({ id }) => id !== user.id)
    .map(({ id, name }) => ({ id, label: name }))
  const submit = async () => {
    const isSure = await confirm({
      title: t('identity.ui.leaver'),
      body: t('identity.ui.leaver.confirm', { name: user.name }),
      confirmLabel: t('identity.ui.leaver.submit'),
      isDanger: true,
    })
    if (!isSure) return
    setPending(true)
    try {
      const heirs = Object.fromEntries(items.map(({ kind }) => [kind, to[kind] ?? null]))
      const { moved } = await callApi(letGoRoute, { params: { id: user.id }, body: { to: heirs } })
      const labels = new Map(items.map(({ kind, label }) => [kind, label[locale]]))
      onDone(moved.map((one) => ({ ...one, label: labels.get(one.kind) ?? one.kind })))
      await invalidateTopics(['users', 'colleagues', 'operations'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      setPending(false)
    }
  }
  return (
    <>
      <Card>
        {items.length === 0 ? (
          <p className="text-muted">{t('identity.ui.leaver.nothing')}</p>
        ) : (
          <div className="flex flex-col gap-3.5">
            <ComboBox
              label={t('identity.ui.leaver.allTo')}
              value={onlyHeir}
              onChange={(id) => setTo(Object.fromEntries(items.map(({ kind }) => [kind, id])))}
              options={options}
            />
            <ul className="divide-y divide-line border-t border-line">
              {items.map(({ kind, label, count }) => (
                <li key={kind} className="grid items-center gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[1fr_16rem]">
                  <span>
                    {label[locale]} <span className="text-muted">({format.number(count)})</span>
                  </span>
                  <ComboBox
                    aria-label={t('identity.ui.leaver.heir', { kind: label[locale] })}
                    value={to[kind] ?? null}
                    onChange={(id) => setTo({ ...to, [kind]: id })}
                    options={options}
                    placeholder={t('identity.ui.leaver.stays')}
                  />
                </li>
              ))}
            </ul>
          </div>
        )}
      </Card>
      <Callout tone="warn">{t('identity.ui.leaver.closes', { sessions, apiKeys })}</Callout>
      <div className="flex gap-2">
        <Button kind="danger" isPending={isPending} onPress={() => void submit()}>
          {t('identity.ui.leaver.submit')}
        </Button>
        <ButtonLink href="/settings/users">{t('web.cancel')}</ButtonLink>
      </div>
    </>
  )
}

function Done({ name, moved }: { name: string; moved: readonly Moved[] }) {
  const t = useT()
  return (
    <>
      <Callout tone="ok" title={t('identity.ui.leaver.done', { name })}>
        <ul>
          {moved.map(({ kind, label, count, operationId }) => (
            <li key={kind}>
              {t(operationId ? 'identity.ui.leaver.moving' : 'identity.ui.leaver.moved', {
                kind: label,
                count,
              })}
            </li>
          ))}
        </ul>
      </Callout>
      <div>
        <ButtonLink href="/settings/users">{t('identity.ui.leaver.toUsers')}</ButtonLink>
      </div>
    </>
  )
}
