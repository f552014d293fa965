import type { Selection } from '@peyvand/platform/contract'
import { ListPage, PageProblem, PageSkeleton, usePageTitle, useT } from '@peyvand/platform/web'
import { EmptyState } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { type BinRow, listBinRoute } from '../../contract/index.ts'
import { PartyCard } from '../list/party-card.tsx'
import { type PartyListFields, useListFields } from '../list/use-list-fields.ts'
import { usePartyColumns } from '../list/use-party-columns.tsx'
import { BinBulk } from './bin-bulk.tsx'
import { BinRowActions } from './bin-row-actions.tsx'

/** The recycle bin: what was deleted, to be taken back or deleted for ever. */
export const BinPage = () => {
  const t = useT()
  usePageTitle(t('parties.bin'))
  const { data, error, retry } = useListFields()
  if (error) return <PageProblem error={error} onRetry={retry} />
  return data ? <BinList listFields={data} /> : <PageSkeleton />
}

const defaultColumns = ['name', 'actions', 'kind', 'phone', 'city', 'owner', 'deletedAt']

const BinList = ({ listFields: { fields } }: { listFields: PartyListFields }) => {
  const t = useT()
  const navigate = useNavigate()
  const own = usePartyColumns(fields)
  const columns = useMemo<DataGridColumn<BinRow>[]>(
    () => [
      ...(own as DataGridColumn<BinRow>[]),
      {
        id: 'actions',
        header: t('parties.binActions'),
        width: 210,
        cell: actionsOf,
      },
    ],
    [own, t],
  )
  return (
    <ListPage<BinRow>
      list="parties.bin"
      title={t('parties.bin')}
      route={listBinRoute}
      fields={fields}
      columns={columns}
      defaultColumns={defaultColumns}
      defaultSort="-deletedAt"
      rowLabel={(row) => row.name}
      onOpen={(row) => void navigate({ to: `/parties/${row.id}` as never })}
      renderCard={(row) => (
        <div className="flex flex-col gap-1">
          <PartyCard row={row} />
          <BinRowActions row={row} />
        </div>
      )}
      bulkActions={bulkOf}
      empty={
        <EmptyState icon={<Trash2 />} title={t('parties.binEmpty')}>
          {t('parties.binHint')}
        </EmptyState>
      }
      searchLabel={t('parties.search')}
    />
  )
}

const actionsOf = (row: BinRow) => <BinRowActions row={row} />

const bulkOf = (selection: Selection, _count: number, clear: () => void) => (
  <BinBulk selection={selection} clear={clear} />
)
