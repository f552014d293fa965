import { useT } from '@peyvand/platform/web'
import { SearchField, Select, Tabs, useFormat } from '@peyvand/ui'
import { useDeferredValue, useEffect, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { type WorklistCounts, WorklistName } from '../../contract/index.ts'
import { chips, sorts, type WorklistState } from './worklist-state.ts'

type Counts = WorklistCounts | undefined
type TabsProps = { counts: Counts; value: WorklistName; onChange: (name: WorklistName) => void }

/** The four lists with their counts. */
export const WorklistTabs = ({ counts, value, onChange }: TabsProps) => {
  const t = useT()
  const format = useFormat()
  return (
    <Tabs
      label={t('referrals.nav')}
      value={value}
      onChange={onChange}
      items={WorklistName.options.map((id) => ({
        id,
        label: t(`referrals.worklist.${id}`),
        ...(counts && {
          count: format.number(counts[id].total) + (counts.more.includes(id) ? '+' : ''),
        }),
      }))}
    />
  )
}

type FilterProps = {
  state: WorklistState
  setState: (change: Partial<WorklistState>) => void
  counts: Counts
}

/** Above the list: search, the usual cuts with counts, order, and whose items. */
export const WorklistFilters = ({ state, setState, counts }: FilterProps) => {
  const t = useT()
  const format = useFormat()
  const own = state.list === 'done' ? undefined : counts?.[state.list]
  const absentees = counts?.onBehalfOf ?? []
  const countOf = (chip: string) => own?.[chip as 'today' | 'overdue' | 'unread']
  return (
    <div className="flex flex-col gap-2 border-b border-line p-2.5">
      <div className="flex gap-2">
        <Search state={state} setState={setState} />
        <Select
          aria-label={t('referrals.sort')}
          className="w-32 shrink-0"
          options={sorts.map((id) => ({ id, label: t(`referrals.sort.${id.replace('-', '')}`) }))}
          value={state.sort}
          onChange={(sort) => setState({ sort: sort ?? '-createdAt', open: undefined })}
        />
      </div>
      <ToggleButtonGroup
        aria-label={t('referrals.filter')}
        selectionMode="single"
        selectedKeys={state.chip ? [state.chip] : []}
        onSelectionChange={(keys) =>
          setState({ chip: chips.find((chip) => keys.has(chip)), open: undefined })
        }
        className="flex flex-wrap gap-1.5"
      >
        {chips.map((chip) => {
          const count = countOf(chip)
          return (
            <ToggleButton
              key={chip}
              id={chip}
              className="inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-control border border-line px-2.5 text-meta text-muted data-hovered:bg-surface-2 data-selected:border-accent data-selected:bg-accent-soft data-selected:text-accent-text pointer-coarse:min-h-11"
            >
              {t(`referrals.filter.${chip}`)}
              {count ? <span className="font-medium text-text">{format.number(count)}</span> : null}
            </ToggleButton>
          )
        })}
      </ToggleButtonGroup>
      {absentees.length > 0 && (
        <Select
          aria-label={t('referrals.whose')}
          placeholder={t('referrals.whose')}
          isClearable
          options={absentees.map(({ id, name }) => ({ id, label: t('referrals.onBehalfOf', { name }) }))}
          value={state.for ?? null}
          onChange={(absent) => setState({ for: absent ?? undefined, open: undefined })}
        />
      )}
    </div>
  )
}

const Search = ({ state, setState }: Pick<FilterProps, 'state' | 'setState'>) => {
  const t = useT()
  const [typed, setTyped] = useState(state.q ?? '')
  const q = useDeferredValue(typed.trim())
  const known = state.q ?? ''
  useEffect(() => {
    if (q !== known) setState({ q: q || undefined })
  }, [q, known, setState])
  return (
    <SearchField label={t('referrals.search')} value={typed} onChange={setTyped} className="min-w-0 flex-1" />
  )
}
