import { Priority } from '@peyvand/activities/contract'
import { useColleagues, useTeams } from '@peyvand/parties/web'
import type { Filter } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { ComboBox, Disclosure, SearchField, Select, useFormat } from '@peyvand/ui'
import { useMedia } from '@peyvand/ui/data'
import { z } from 'zod'

export const BoardSearch = z.object({
  pipeline: z.string().optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  compact: z.boolean().optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  team: z.string().optional().catch(undefined),
  priority: Priority.optional().catch(undefined),
  when: z
    .enum(['overdue', 'today', 'thisWeek', 'nextWeek', 'thisMonth', 'none', 'closing'])
    .optional()
    .catch(undefined),
})
export type BoardSearch = z.infer<typeof BoardSearch>

const times = ['overdue', 'today', 'thisWeek', 'nextWeek', 'thisMonth', 'none', 'closing'] as const

/** The choices of the board as the filter of lists. */
export function filterOf({ owner, team, priority, when }: BoardSearch): Filter | null {
  const and: Filter[] = [
    ...(owner ? [{ field: 'owner', op: 'in' as const, value: [owner] }] : []),
    ...(team ? [{ field: 'team', op: 'in' as const, value: [team] }] : []),
    ...(priority ? [{ field: 'priority', op: 'in' as const, value: [priority] }] : []),
    ...(when ? [timeOf(when)] : []),
  ]
  return and.length > 0 ? { and } : null
}

function timeOf(when: (typeof times)[number]): Filter {
  if (when === 'none') return { field: 'nextFollowUpAt', op: 'empty' }
  if (when === 'closing') return { field: 'expectedCloseOn', op: 'inPeriod', value: 'thisMonth' }
  return { field: 'nextFollowUpAt', op: 'inPeriod', value: when === 'overdue' ? 'past' : when }
}

type Props = { state: BoardSearch; onChange: (change: Partial<BoardSearch>) => void }

/** By whom, when and how urgent; on phones only the search is always in sight. */
export const BoardFilters = (props: Props) => {
  const t = useT()
  const format = useFormat()
  const isPhone = useMedia('(max-width: 639px)')
  const { state, onChange } = props
  const search = (
    <SearchField label={t('pipeline.search')} value={state.q ?? ''} onChange={(q) => onChange({ q })} />
  )
  if (!isPhone)
    return (
      <search className="flex flex-wrap gap-2 *:w-44">
        {search}
        <Choices {...props} />
      </search>
    )
  const chosen = [state.owner, state.team, state.when, state.priority].filter(Boolean).length
  return (
    <search className="flex flex-col gap-1">
      {search}
      <Disclosure title={t('pipeline.filters')} aside={chosen > 0 && format.number(chosen)}>
        <div className="grid grid-cols-2 gap-2 pt-1">
          <Choices {...props} />
        </div>
      </Disclosure>
    </search>
  )
}

const Choices = ({ state, onChange }: Props) => {
  const t = useT()
  const colleagues = useColleagues()
  const teams = useTeams()
  return (
    <>
      <ComboBox
        aria-label={t('pipeline.field.owner')}
        placeholder={t('pipeline.field.owner')}
        options={colleagues}
        value={state.owner ?? null}
        onChange={(owner) => onChange({ owner: owner ?? undefined })}
      />
      {teams.length > 0 && (
        <Select
          aria-label={t('pipeline.field.team')}
          placeholder={t('pipeline.field.team')}
          isClearable
          options={teams}
          value={state.team ?? null}
          onChange={(team) => onChange({ team: team ?? undefined })}
        />
      )}
      <Select
        aria-label={t('pipeline.field.nextFollowUpAt')}
        placeholder={t('pipeline.field.nextFollowUpAt')}
        isClearable
        options={times.map((id) => ({ id, label: t(`pipeline.when.${id}`) }))}
        value={state.when ?? null}
        onChange={(when) => onChange({ when: when ?? undefined })}
      />
      <Select
        aria-label={t('pipeline.field.priority')}
        placeholder={t('pipeline.field.priority')}
        isClearable
        options={Priority.options.map((id) => ({ id, label: t(`activities.priority.${id}`) }))}
        value={state.priority ?? null}
        onChange={(priority) => onChange({ priority: priority ?? undefined })}
      />
    </>
  )
}
