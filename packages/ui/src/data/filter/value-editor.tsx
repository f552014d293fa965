import { DatePicker } from '../../dates/lazy-dates.tsx'
import { MoneyField } from '../../fields/money-field.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { Select } from '../../fields/select.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { useDataTexts } from '../texts.ts'
import { type Condition, type FilterField, type FilterOption, isDays, periods } from './filter.ts'
import { OptionPicker } from './option-picker.tsx'

export type ValueEditorProps = {
  field: FilterField
  condition: Condition
  onChange: (condition: Condition, chosen?: readonly FilterOption[]) => void
  autoFocus?: boolean
}

/** The field in which the value of a condition is given, by type and comparison. */
export const ValueEditor = ({ field, condition, onChange, autoFocus = false }: ValueEditorProps) => {
  const t = useDataTexts()
  const { op, value } = condition
  const set = (next: unknown) => onChange({ ...condition, value: next })

  if (op === 'empty' || op === 'notEmpty') return null
  if (op === 'inPeriod') {
    return (
      <Select
        aria-label={t.filterValue}
        options={periods.map((id) => ({ id, label: t.periods[id] }))}
        value={periods.find((id) => id === value) ?? null}
        onChange={(id) => id && set(id)}
      />
    )
  }
  if (isDays(op)) {
    return (
      <NumberField
        aria-label={t.filterValue}
        value={typeof value === 'number' ? value : null}
        minValue={1}
        maxValue={3650}
        onChange={set}
        suffix={t.filterDays}
      />
    )
  }
  if (op === 'in' || op === 'notIn') {
    return (
      <OptionPicker
        field={field}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(keys, chosen) => onChange({ ...condition, value: keys }, chosen)}
        autoFocus={autoFocus}
      />
    )
  }
  if (op === 'between') {
    const [from, to] = Array.isArray(value) ? (value as unknown[]) : []
    return (
      <div className="grid grid-cols-2 gap-2">
        <OneValue
          type={field.type}
          label={t.filterFrom}
          value={from}
          onChange={(next) => set([next, to ?? null])}
        />
        <OneValue
          type={field.type}
          label={t.filterTo}
          value={to}
          onChange={(next) => set([from ?? null, next])}
        />
      </div>
    )
  }
  return <OneValue type={field.type} value={value} onChange={set} autoFocus={autoFocus} />
}

type OneValueProps = {
  type: FilterField['type']
  value: unknown
  onChange: (value: unknown) => void
  label?: string
  autoFocus?: boolean
}

const OneValue = ({ type, value, onChange, label, autoFocus = false }: OneValueProps) => {
  const t = useDataTexts()
  const naming = label ? { label } : { 'aria-label': t.filterValue }
  const text = typeof value === 'string' ? value : null
  switch (type) {
    case 'number':
      return (
        <NumberField
          {...naming}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          hideStepper
        />
      )
    case 'money':
      return <MoneyField {...naming} value={text} onChange={onChange} showWords={false} />
    case 'date':
    case 'instant':
      return <DatePicker {...naming} value={text?.slice(0, 10) ?? null} onChange={onChange} />
    case 'boolean':
      return (
        <Select
          {...naming}
          options={[
            { id: 'true', label: t.yes },
            { id: 'false', label: t.no },
          ]}
          value={value === false ? 'false' : 'true'}
          onChange={(id) => onChange(id === 'true')}
        />
      )
    default:
      return <TextField {...naming} value={text} onChange={onChange} autoFocus={autoFocus} />
  }
}
