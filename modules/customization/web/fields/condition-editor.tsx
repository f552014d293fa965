import type { ConditionOp, ConditionRule, CustomCondition } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Button, IconButton, MultiSelect, SegmentedControl, Select, Switch, useUi } from '@peyvand/ui'
import { Plus, X } from 'lucide-react'
import type { AskedField } from './asked-fields.ts'
import { opsOf, takesValue } from './condition-words.ts'
import { OwnInput } from './own-input.tsx'

type Props = {
  value: CustomCondition | null
  onChange: (value: CustomCondition | null) => void
  /** What may be asked: the other fields of the record type, and those that all its records have. */
  fields: readonly AskedField[]
  errorMessage?: string | undefined
}

/** When a field is shown: always, or while other fields are as said here. */
export const ConditionEditor = ({ value, onChange, fields, errorMessage }: Props) => {
  const t = useT()
  const [first] = fields
  if (!first) return null
  const newRule = (): ConditionRule => ({
    field: first.key,
    op: opsOf(first.type)[0] ?? 'filled',
    values: [],
  })
  const put = (rules: ConditionRule[]) =>
    onChange(rules.length === 0 ? null : { match: value?.match ?? 'all', rules })
  const rules = value?.rules ?? []
  return (
    <div className="flex flex-col gap-2.5">
      <Switch
        value={value !== null}
        onChange={(isOn) => put(isOn ? [newRule()] : [])}
        description={t('customization.ui.fields.showWhenHint')}
      >
        {t('customization.ui.fields.showWhen')}
      </Switch>
      {value && (
        <div className="flex flex-col gap-2.5 rounded-control border border-line p-3">
          {rules.length > 1 && (
            <SegmentedControl
              label={t('customization.ui.fields.match')}
              className="self-start"
              value={value.match}
              onChange={(match) => onChange({ ...value, match })}
              options={(['all', 'any'] as const).map((id) => ({
                id,
                label: t(`customization.ui.fields.match.${id}`),
              }))}
            />
          )}
          {rules.map((rule, at) => (
            <RuleLine
              // Rules have nothing of their own to be known by; they are never put in another order.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              rule={rule}
              fields={fields}
              onChange={(next) => put(rules.with(at, next))}
              onRemove={() => put(rules.toSpliced(at, 1))}
            />
          ))}
          <Button
            size="small"
            className="self-start"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => put([...rules, newRule()])}
          >
            {t('customization.ui.fields.addRule')}
          </Button>
          {errorMessage && <p className="text-bad text-meta">{errorMessage}</p>}
        </div>
      )}
    </div>
  )
}

type LineProps = {
  rule: ConditionRule
  fields: readonly AskedField[]
  onChange: (rule: ConditionRule) => void
  onRemove: () => void
}

const RuleLine = ({ rule, fields, onChange, onRemove }: LineProps) => {
  const t = useT()
  const { locale } = useUi()
  const field = fields.find(({ key }) => key === rule.field)
  const ops = opsOf(field?.type ?? 'text')
  const chooseField = (key: string | null) => {
    const next = fields.find((one) => one.key === key)
    if (next) onChange({ field: next.key, op: opsOf(next.type)[0] ?? 'filled', values: [] })
  }
  const chooseOp = (op: ConditionOp | null) => {
    if (op) onChange({ ...rule, op, values: takesValue(op) && takesValue(rule.op) ? rule.values : [] })
  }
  return (
    <div className="flex items-start gap-2">
      <div className="grid min-w-0 flex-1 items-end gap-2 sm:grid-cols-3">
        <Select
          aria-label={t('customization.ui.fields.ruleField')}
          value={rule.field}
          onChange={chooseField}
          options={fields.map((one) => ({
            id: one.key,
            label: locale === 'fa' ? one.labelFa : one.labelEn,
          }))}
        />
        <Select
          aria-label={t('customization.ui.fields.ruleOp')}
          value={rule.op}
          onChange={chooseOp}
          options={ops.map((id) => ({ id, label: t(`customization.ui.fields.op.${id}`) }))}
        />
        {field && takesValue(rule.op) && <RuleValue field={field} rule={rule} onChange={onChange} />}
      </div>
      <IconButton label={t('customization.ui.fields.removeRule')} icon={<X />} onPress={onRemove} />
    </div>
  )
}

type ValueProps = { field: AskedField; rule: ConditionRule; onChange: (rule: ConditionRule) => void }

const RuleValue = ({ field, rule, onChange }: ValueProps) => {
  const t = useT()
  const { locale } = useUi()
  const label = t('customization.ui.fields.ruleValue')
  if (field.type === 'boolean')
    return (
      <Select
        aria-label={label}
        value={rule.values[0] === undefined ? null : String(rule.values[0])}
        onChange={(id) => onChange({ ...rule, values: [id === 'true'] })}
        options={[
          { id: 'true', label: t('customization.ui.yes') },
          { id: 'false', label: t('customization.ui.no') },
        ]}
      />
    )
  if (field.options.length > 0)
    return (
      <MultiSelect
        aria-label={label}
        value={rule.values.map(String)}
        onChange={(values) => onChange({ ...rule, values: [...values] })}
        options={field.options.map((option) => ({
          id: option.value,
          label: locale === 'fa' ? option.labelFa : option.labelEn,
        }))}
      />
    )
  return (
    <OwnInput
      definition={field}
      field={{
        label,
        value: rule.values[0] ?? null,
        onChange: (value) =>
          onChange({
            ...rule,
            values: typeof value === 'string' || typeof value === 'number' ? [value] : [],
          }),
      }}
    />
  )
}
