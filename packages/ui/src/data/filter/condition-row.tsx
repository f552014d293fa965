import { Select } from '../../fields/select.tsx'
import { useDataTexts } from '../texts.ts'
import { type Condition, type FilterField, type FilterOption, newCondition, opsOf, withOp } from './filter.ts'
import { ValueEditor } from './value-editor.tsx'

export type ConditionRowProps = {
  fields: readonly FilterField[]
  condition: Condition
  onChange: (condition: Condition, chosen?: readonly FilterOption[]) => void
  /** In a chip's own popover the field is known. */
  hideField?: boolean
  autoFocus?: boolean
}

/** Field, comparison, value. */
export const ConditionRow = ({
  fields,
  condition,
  onChange,
  hideField = false,
  autoFocus = false,
}: ConditionRowProps) => {
  const t = useDataTexts()
  const field = fields.find(({ key }) => key === condition.field)
  const isTime = field?.type === 'date' || field?.type === 'instant'
  const ops = field ? opsOf[field.type] : []
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-2">
        {!hideField && (
          <Select
            aria-label={t.filterField}
            options={fields.map(({ key, label }) => ({ id: key, label }))}
            value={condition.field}
            onChange={(key) => {
              const next = fields.find((other) => other.key === key)
              if (next) onChange(newCondition(next))
            }}
          />
        )}
        {field && ops.length > 1 && (
          <Select
            aria-label={t.filterOp}
            options={ops.map((op) => ({ id: op, label: (isTime && t.timeOps[op]) || t.ops[op] }))}
            value={condition.op}
            onChange={(op) => op && onChange(withOp(condition, field.type, op))}
          />
        )}
      </div>
      {field && <ValueEditor field={field} condition={condition} onChange={onChange} autoFocus={autoFocus} />}
    </div>
  )
}
