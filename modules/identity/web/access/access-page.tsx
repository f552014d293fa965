import { joinFacts } from '@peyvand/persian'
import { searchRoute } from '@peyvand/platform/contract'
import { callApi, PageProblem, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Card, ComboBox, EmptyState, PageHeader, Skeleton, useUi } from '@peyvand/ui'
import { Eye } from 'lucide-react'
import { z } from 'zod'
import {
  type AccessExplanation,
  explainAccessRoute,
  listColleaguesRoute,
  permissionCatalogueRoute,
} from '../../contract/index.ts'
import { AccessAnswer } from './access-answer.tsx'

const text = z.string().optional().catch(undefined)
const Search = z.object({ user: text, record: text, recordId: text })

/** Why a colleague sees a record or not; opened from records and users with one of them chosen. */
export function AccessPage() {
  const t = useT()
  usePageTitle(t('identity.ui.access'))
  const [{ user, record, recordId }, setSearch] = useUrlState(Search)
  const { data: colleagues } = useRoute(listColleaguesRoute, { query: { all: 'true' } })
  const loadRecords = useRecordOptions()
  const isAsked = Boolean(user && record && recordId)
  const { data, error } = useRoute(
    explainAccessRoute,
    { params: { id: user ?? '' }, query: { record: record ?? '', recordId: recordId ?? '' } },
    { enabled: isAsked },
  )
  const choose = (value: string | null) => {
    const [type, id] = value?.split(':') ?? []
    setSearch({ record: type, recordId: id })
  }
  return (
    <div className="mx-auto flex max-w-220 flex-col gap-3">
      <PageHeader title={t('identity.ui.access')} subtitle={t('identity.ui.access.hint')} />
      <Card>
        <div className="grid gap-3.5 sm:grid-cols-2">
          <ComboBox
            label={t('identity.ui.access.user')}
            value={user ?? null}
            onChange={(id) => setSearch({ user: id ?? undefined })}
            options={(colleagues?.items ?? []).map(({ id, name, jobTitle }) => ({
              id,
              label: name,
              ...(jobTitle ? { description: jobTitle } : {}),
            }))}
          />
          <ComboBox
            label={t('identity.ui.access.record')}
            description={t('identity.ui.access.recordHint')}
            value={record && recordId ? `${record}:${recordId}` : null}
            valueLabel={data?.record.name ?? '…'}
            onChange={choose}
            loadOptions={loadRecords}
          />
        </div>
      </Card>
      {isAsked ? (
        <Answer data={data} error={error} />
      ) : (
        <EmptyState icon={<Eye />} title={t('identity.ui.access.hint')} />
      )}
    </div>
  )
}

function Answer({ data, error }: { data: AccessExplanation | undefined; error: unknown }) {
  if (error) return <PageProblem error={error} />
  return data ? <AccessAnswer explained={data} /> : <Skeleton className="h-60 w-full" />
}

/** Records by any part of them, each with its type's name; only such as roles have permissions for. */
function useRecordOptions() {
  const { locale } = useUi()
  const { data } = useRoute(permissionCatalogueRoute, {}, { staleTime: Number.POSITIVE_INFINITY })
  // Records of kinds that the firm made are found under one name for them all.
  const names = new Map<string, string | null>(
    (data?.records ?? []).map(({ type, label }) =>
      type.includes(':') ? ['records', null] : [type, label[locale]],
    ),
  )
  return async (typed: string) => {
    if (typed.trim().length < 2) return []
    const { items } = await callApi(searchRoute, { query: { q: typed } })
    return items
      .filter(({ type }) => names.has(type))
      .map(({ type, id, title, subtitle }) => ({
        id: `${type}:${id}`,
        label: title,
        description: joinFacts([names.get(type), subtitle]),
      }))
  }
}
