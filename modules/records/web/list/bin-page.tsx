import type { ListField } from '@peyvand/platform/contract'
import { ListPage, PageProblem, PageSkeleton, usePageTitle, useT } from '@peyvand/platform/web'
import { Breadcrumbs, EmptyState } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import type { RecordKind, RecordRow } from '../../contract/index.ts'
import { KindOfAddress } from '../kind-of-address.tsx'
import { useKindNames } from '../use-kinds.ts'
import { RestoreMany } from './restore-many.tsx'
import { binRouteOf, defaultColumnsOf, useKindFields } from './use-kind-list.ts'
import { RecordCard, useRecordColumns } from './use-record-columns.tsx'

/** The recycle bin of the kind that the address names. */
export const RecordsBinPage = () => (
  <KindOfAddress>{(kind) => <LoadedBin key={kind.key} kind={kind} />}</KindOfAddress>
)

const LoadedBin = ({ kind }: { kind: RecordKind }) => {
  const { fields, error, retry } = useKindFields(kind)
  if (error) return <PageProblem error={error} onRetry={retry} />
  return fields ? <Bin kind={kind} fields={fields} /> : <PageSkeleton />
}

type Props = { kind: RecordKind; fields: Readonly<Record<string, ListField>> }

const Bin = ({ kind, fields }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const { many } = useKindNames()
  const title = t('records.binOf', { name: many(kind) })
  usePageTitle(title)
  const route = useMemo(() => binRouteOf(kind), [kind])
  return (
    <ListPage<RecordRow>
      list={`records.${kind.key}.bin`}
      title={title}
      below={<Breadcrumbs items={[{ label: many(kind), href: `/records/${kind.key}` }, { label: title }]} />}
      route={route}
      fields={fields}
      columns={useRecordColumns(kind, fields)}
      defaultColumns={defaultColumnsOf(fields)}
      defaultSort="-updatedAt"
      rowLabel={({ title: name }) => name}
      onOpen={({ id }) => void navigate({ to: `/records/${kind.key}/${id}?deleted=true` as never })}
      renderCard={(row) => <RecordCard kind={kind} row={row} />}
      bulkActions={(selection, count, clear) => (
        <RestoreMany kind={kind} selection={selection} count={count} clear={clear} />
      )}
      searchLabel={t('records.searchIn', { name: title })}
      empty={<EmptyState icon={<Trash2 />} title={t('records.binEmpty')} />}
    />
  )
}
