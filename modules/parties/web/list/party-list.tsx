import type { Filter, Selection } from '@peyvand/platform/contract'
import { type ListLook, ListPage, Slot, usePermission, useT } from '@peyvand/platform/web'
import { Button, EmptyState, lazyPart } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Plus, Users } from 'lucide-react'
import { useMemo } from 'react'
import { listPartiesRoute, type PartyRow, summarizePartiesRoute } from '../../contract/index.ts'
import { openQuickCreate } from '../form/quick-create-store.ts'
import { PartyCard } from './party-card.tsx'
import type { PartyListFields } from './use-list-fields.ts'
import { usePartyColumns } from './use-party-columns.tsx'
import { useRowEdits } from './use-row-edits.tsx'

const BulkActions = lazyPart(async () => (await import('./bulk-actions.tsx')).BulkActions)
const PartyPeek = lazyPart(async () => (await import('./party-peek.tsx')).PartyPeek)

type Props = { title: string; listFields: PartyListFields; group?: string }

/** The list of all parties or of one group. */
export const PartyList = ({ title, listFields, group }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const mayCreate = usePermission('parties.create')
  const { fields, relations, defaultSort, defaultColumns } = listFields
  const { edits, saveCells } = useRowEdits(fields)
  const columns = usePartyColumns(fields, { edits, ...(group && { group }) })
  const baseFilter = useMemo<Filter | undefined>(
    () => (group ? { field: 'groups', op: 'in', value: [group] } : undefined),
    [group],
  )
  const create = () => openQuickCreate(group ? { groups: [group] } : {})
  const newButton = mayCreate && (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={create}>
      {t('parties.form.new')}
    </Button>
  )
  const actions = (shown: Selection, look: ListLook) => (
    <>
      <Slot name="parties.list.actions" with={{ shown, look, group, title }} />
      {newButton}
    </>
  )
  return (
    <ListPage<PartyRow>
      list={group ? `parties.${group}` : 'parties'}
      title={title}
      route={listPartiesRoute}
      summaryRoute={summarizePartiesRoute}
      {...(baseFilter && { baseFilter })}
      fields={fields}
      relations={relations}
      columns={columns}
      defaultColumns={columnsFor(defaultColumns, group)}
      defaultSort={defaultSort}
      rowLabel={(row) => row.name}
      onOpen={({ id }) => void navigate({ to: `/parties/${id}` as never })}
      renderPeek={({ id, place, close, walk }) => (
        <PartyPeek id={id} place={place} onClose={close} onWalk={walk} />
      )}
      renderCard={(row) => <PartyCard row={row} />}
      bulkActions={bulkOf}
      saveCells={saveCells}
      actions={actions}
      empty={
        <EmptyState
          icon={<Users />}
          title={t('parties.none', { title })}
          action={
            <>
              {newButton}
              <Slot name="parties.list.empty" with={{ group }} />
            </>
          }
        >
          {t('parties.noneHint')}
        </EmptyState>
      }
      searchLabel={t('parties.search')}
    />
  )
}

/** In a group its own state stands where all groups would. */
const columnsFor = (columns: readonly string[], group: string | undefined) =>
  group ? columns.map((column) => (column === 'groups' ? 'state' : column)) : columns

const bulkOf = (selection: Selection, count: number, clear: () => void, look: ListLook) => (
  <BulkActions selection={selection} count={count} clear={clear} look={look} />
)
