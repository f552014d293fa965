import { useT } from '@peyvand/platform/web'
import {
  Button,
  ComboBox,
  DateRangePicker,
  DialogTrigger,
  MultiSelect,
  Popover,
  SearchField,
  Select,
  Switch,
  useFormat,
} from '@peyvand/ui'
import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PartyFile } from '../../contract/index.ts'
import { useColleagues } from '../choices/use-choices.ts'
import { openFilter, type TimelineFilter, timelineQuery } from './timeline-filter.ts'
import { ownTypes, useTimelineTypes } from './timeline-types.ts'

const typingPause = 300

type Props = { file: PartyFile; filter: TimelineFilter; onChange: (filter: TimelineFilter) => void }

/** Narrows the stream: words and kinds at hand, the rest one press away. */
export const TimelineFilters = ({ file, filter, onChange }: Props) => {
  const t = useT()
  const set = (change: Partial<TimelineFilter>) => onChange({ ...filter, ...change })
  const { q: _q, types: _types, ...others } = timelineQuery(filter)
  const more = Object.keys(others).length
  return (
    <search aria-label={t('parties.file.filterTimeline')} className="flex flex-wrap items-center gap-2">
      <TextFilter value={filter.text} onChange={(text) => set({ text })} />
      <TypeFilter file={file} value={filter.types} onChange={(types) => set({ types })} />
      <DialogTrigger>
        <Button icon={<SlidersHorizontal size={16} aria-hidden />}>
          {more > 0 ? t('parties.file.moreFiltersOn', { count: more }) : t('parties.file.moreFilters')}
        </Button>
        <Popover label={t('parties.file.moreFilters')} placement="bottom end" className="w-80 max-w-full">
          <MoreFilters file={file} filter={filter} set={set} onClear={() => onChange(openFilter)} />
        </Popover>
      </DialogTrigger>
    </search>
  )
}

const TextFilter = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => {
  const t = useT()
  const [typed, setTyped] = useState(value)
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), typingPause)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <SearchField
      label={t('parties.file.searchTimeline')}
      value={typed}
      onChange={setTyped}
      className="min-w-40 flex-1"
    />
  )
}

type TypeFilterProps = {
  file: PartyFile
  value: readonly string[]
  onChange: (types: string[]) => void
}

const TypeFilter = ({ file, value, onChange }: TypeFilterProps) => {
  const t = useT()
  const format = useFormat()
  const counted = (label: string, count: number) => (count > 0 ? `${label} (${format.number(count)})` : label)
  const types = useTimelineTypes().map(({ type, label }) => ({
    id: type,
    label: counted(t(label), file.counts[type] ?? 0),
  }))
  const own = ownTypes.reduce((sum, type) => sum + (file.counts[type] ?? 0), 0)
  return (
    <MultiSelect
      aria-label={t('parties.file.types')}
      placeholder={t('parties.file.allTypes')}
      options={[...types, { id: 'own', label: counted(t('parties.file.ownEvents'), own) }]}
      value={value}
      onChange={onChange}
      className="w-44"
    />
  )
}

type MoreProps = {
  file: PartyFile
  filter: TimelineFilter
  set: (change: Partial<TimelineFilter>) => void
  onClear: () => void
}

const MoreFilters = ({ file, filter, set, onClear }: MoreProps) => {
  const t = useT()
  const colleagues = useColleagues()
  const directions = ['incoming', 'outgoing', 'internal'] as const
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('parties.file.direction')}
        placeholder={t('parties.file.anyDirection')}
        options={directions.map((id) => ({ id, label: t(`parties.direction.${id}`) }))}
        value={filter.direction}
        onChange={(direction) => set({ direction })}
        isClearable
      />
      <ComboBox
        label={t('parties.file.person')}
        placeholder={t('parties.file.anyPerson')}
        options={colleagues}
        value={filter.actorId}
        onChange={(actorId) => set({ actorId })}
      />
      <DateRangePicker
        label={t('parties.file.period')}
        value={filter.from && filter.to ? { from: filter.from, to: filter.to } : null}
        onChange={(range) => set({ from: range?.from ?? null, to: range?.to ?? null })}
      />
      {file.party.kind === 'organization' && (
        <Switch
          value={filter.rollUp}
          onChange={(rollUp) => set({ rollUp })}
          description={t('parties.file.rollUpHint')}
        >
          {t('parties.file.rollUp')}
        </Switch>
      )}
      <Button kind="quiet" onPress={onClear}>
        {t('parties.file.clearFilters')}
      </Button>
    </div>
  )
}
