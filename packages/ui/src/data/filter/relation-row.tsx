import type { ReactNode } from 'react'
import { NumberField } from '../../fields/number-field.tsx'
import { Select } from '../../fields/select.tsx'
import { useDataTexts } from '../texts.ts'
import {
  asGroup,
  countOf,
  type FilterGroup,
  type FilterOption,
  type FilterRelation,
  type RelationCondition,
  relationRuleOf,
  relationRules,
} from './filter.ts'

export type RelationRowProps = {
  relation: FilterRelation
  condition: RelationCondition
  onChange: (condition: RelationCondition, chosen?: readonly FilterOption[]) => void
  /** The editor of the conditions that the related records must fit. */
  renderWhere: (
    group: FilterGroup,
    onWhere: (group: FilterGroup, chosen?: readonly FilterOption[]) => void,
  ) => ReactNode
}

/** How many related records there have to be, and which of them count. */
export const RelationRow = ({ relation, condition, onChange, renderWhere }: RelationRowProps) => {
  const t = useDataTexts()
  const { count, where } = condition
  const rule = relationRuleOf(count)
  const isCounted = rule !== 'some' && rule !== 'none'
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2 rounded-control border border-line bg-surface-2/60 p-3">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] items-center gap-2">
        <span className="font-semibold">{relation.label}</span>
        <Select
          aria-label={t.relationRule}
          options={relationRules.map((id) => ({ id, label: t.relationRules[id] }))}
          value={rule}
          onChange={(next) =>
            next && onChange({ relation: condition.relation, where, count: countOf(next, count?.value ?? 2) })
          }
        />
        {isCounted && (
          <NumberField
            aria-label={t.relationCount}
            value={count?.value ?? null}
            minValue={0}
            maxValue={1000}
            onChange={(value) =>
              onChange({ relation: condition.relation, where, count: countOf(rule, value ?? 0) })
            }
          />
        )}
      </div>
      <p className="text-meta text-muted">{t.relationWhere}</p>
      {renderWhere(asGroup(where ?? null), (group, chosen) =>
        onChange({ relation: condition.relation, count, where: group }, chosen),
      )}
    </div>
  )
}
