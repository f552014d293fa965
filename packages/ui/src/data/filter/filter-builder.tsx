import { FolderPlus, Plus, X } from 'lucide-react'
import { Button } from '../../actions/button.tsx'
import { IconButton } from '../../actions/icon-button.tsx'
import { Select } from '../../fields/select.tsx'
import { useDataTexts } from '../texts.ts'
import { ConditionRow } from './condition-row.tsx'
import {
  asGroup,
  type Filter,
  type FilterField,
  type FilterOption,
  isCondition,
  MAX_DEPTH,
  newCondition,
  partsOf,
} from './filter.ts'

export type FilterBuilderProps = {
  fields: readonly FilterField[]
  /** May hold half-written conditions; `tidyFilter` takes them out before sending. */
  value: Filter | null
  onChange: (filter: Filter | null, chosen?: readonly FilterOption[]) => void
}

/** The whole filter as groups of conditions in plain words, nested up to three deep. */
export const FilterBuilder = ({ fields, value, onChange }: FilterBuilderProps) => (
  <Group fields={fields} group={asGroup(value)} depth={0} onChange={onChange} />
)

type GroupFilter = { and: Filter[] } | { or: Filter[] }

type GroupProps = {
  fields: readonly FilterField[]
  group: GroupFilter
  depth: number
  onChange: (group: GroupFilter, chosen?: readonly FilterOption[]) => void
  onRemove?: () => void
}

const Group = ({ fields, group, depth, onChange, onRemove }: GroupProps) => {
  const t = useDataTexts()
  const parts = partsOf(group)
  const rule = 'and' in group ? 'and' : 'or'
  const withParts = (next: readonly Filter[], chosen?: readonly FilterOption[]) =>
    onChange(rule === 'and' ? { and: [...next] } : { or: [...next] }, chosen)
  const replace = (at: number, part: Filter, chosen?: readonly FilterOption[]) =>
    withParts(parts.with(at, part), chosen)
  const remove = (at: number) => withParts(parts.toSpliced(at, 1))
  const [first] = fields

  return (
    <div
      role="group"
      aria-label={rule === 'and' ? t.allOf : t.anyOf}
      className={depth > 0 ? 'rounded-control border border-line bg-surface-2/60 p-3' : ''}
    >
      <div className="flex items-center gap-2">
        <Select
          className="min-w-0 flex-1"
          aria-label={t.groupRule}
          options={[
            { id: 'and', label: t.allOf },
            { id: 'or', label: t.anyOf },
          ]}
          value={rule}
          onChange={(next) => next && onChange(next === 'and' ? { and: [...parts] } : { or: [...parts] })}
        />
        {onRemove && <IconButton label={t.removeGroup} icon={<X />} onPress={onRemove} />}
      </div>
      {parts.length === 0 && depth === 0 && <p className="py-3 text-muted">{t.noFilters}</p>}
      <ul className="mt-3 flex flex-col gap-3 border-s-2 border-line ps-3">
        {parts.map((part, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a condition has no identity but its place
          <li key={at} className="flex items-start gap-2">
            {isCondition(part) ? (
              <>
                <ConditionRow
                  fields={fields}
                  condition={part}
                  onChange={(next, chosen) => replace(at, next, chosen)}
                />
                <IconButton label={t.removeCondition} icon={<X />} onPress={() => remove(at)} />
              </>
            ) : (
              <div className="min-w-0 flex-1">
                <Group
                  fields={fields}
                  group={part}
                  depth={depth + 1}
                  onChange={(next, chosen) => replace(at, next, chosen)}
                  onRemove={() => remove(at)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        {first && (
          <Button size="small" icon={<Plus />} onPress={() => withParts([...parts, newCondition(first)])}>
            {t.addCondition}
          </Button>
        )}
        {first && depth + 1 < MAX_DEPTH && (
          <Button
            size="small"
            kind="quiet"
            icon={<FolderPlus />}
            onPress={() =>
              withParts([...parts, { [rule === 'and' ? 'or' : 'and']: [newCondition(first)] } as Filter])
            }
          >
            {t.addGroup}
          </Button>
        )}
      </div>
    </div>
  )
}
