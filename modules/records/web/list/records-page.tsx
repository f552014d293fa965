import { ExportMenu, ImportLink } from '@peyvand/imports/web'
import { GroupIcon } from '@peyvand/parties/web'
import type { ListField } from '@peyvand/platform/contract'
import { ListPage, PageProblem, PageSkeleton, usePageTitle, usePermission, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, EmptyState, lazyPart } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Plus, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { type RecordKind, type RecordRow, recordTypeOf } from '../../contract/index.ts'
import { openRecordForm } from '../form/record-form-store.ts'
import { KindOfAddress } from '../kind-of-address.tsx'
import { useKindNames } from '../use-kinds.ts'
import { defaultColumnsOf, listRouteOf, summaryRouteOf, useKindFields } from './use-kind-list.ts'
import { RecordCard, useRecordColumns } from './use-record-columns.tsx'
import { useRecordEdits } from './use-record-edits.ts'

const RecordPeek = lazyPart(async () => (await import('../record/record-peek.tsx')).RecordPeek)
const BulkActions = lazyPart(async () => (await import('./bulk-actions.tsx')).BulkActions)

/** The list of the kind that the address names. */
export const RecordsPage = () => (
  <KindOfAddress>{(kind) => <LoadedList key={kind.key} kind={kind} />}</KindOfAddress>
)

const LoadedList = ({ kind }: { kind: RecordKind }) => {
  const { many } = useKindNames()
  usePageTitle(many(kind))
  const { fields, error, retry } = useKindFields(kind)
  if (error) return <PageProblem error={error} onRetry={retry} />
  return fields ? <RecordList kind={kind} fields={fields} /> : <PageSkeleton />
}

type Props = { kind: RecordKind; fields: Readonly<Record<string, ListField>> }

const RecordList = ({ kind, fields }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const { one, many } = useKindNames()
  const { edits, saveCells } = useRecordEdits(kind, fields)
  const columns = useRecordColumns(kind, fields, edits)
  const [route, summaryRoute] = useMemo(() => [listRouteOf(kind), summaryRouteOf(kind)], [kind])
  const record = recordTypeOf(kind.key)
  const mayExport = usePermission('records.export')
  const mayImport = usePermission('imports.run') && kind.can.create
  const importLink = mayImport && <ImportLink record={record} />
  const add = kind.can.create && (
    <Button
      kind="primary"
      icon={<Plus size={16} aria-hidden />}
      onPress={() => openRecordForm({ kind: kind.key })}
    >
      {t('records.newOf', { name: one(kind) })}
    </Button>
  )
  return (
    <ListPage<RecordRow>
      list={`records.${kind.key}`}
      title={many(kind)}
      route={route}
      summaryRoute={summaryRoute}
      fields={fields}
      columns={columns}
      saveCells={saveCells}
      defaultColumns={defaultColumnsOf(fields)}
      defaultSort="-updatedAt"
      rowLabel={({ title }) => title}
      onOpen={({ id }) => void navigate({ to: `/records/${kind.key}/${id}` as never })}
      renderPeek={({ id, place, close, walk }) => (
        <RecordPeek kind={kind} id={id} place={place} onClose={close} walk={walk} />
      )}
      renderCard={(row) => <RecordCard kind={kind} row={row} />}
      bulkActions={(selection, count, clear) => (
        <BulkActions kind={kind} selection={selection} count={count} clear={clear} />
      )}
      actions={(shown, look) => (
        <>
          {mayExport && <ExportMenu record={record} selection={shown} look={look} />}
          {importLink}
          <ButtonLink href={`/records/${kind.key}/bin`} icon={<Trash2 size={16} aria-hidden />}>
            {t('records.bin')}
          </ButtonLink>
          {add}
        </>
      )}
      searchLabel={t('records.searchIn', { name: many(kind) })}
      empty={
        <EmptyState
          icon={<GroupIcon name={kind.icon} />}
          title={t('records.none', { name: many(kind) })}
          action={
            <>
              {add}
              {importLink}
            </>
          }
        >
          {t('records.noneHint')}
        </EmptyState>
      }
    />
  )
}
