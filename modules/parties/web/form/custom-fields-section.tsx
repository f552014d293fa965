import { listCustomFieldsRoute } from '@peyvand/customization/contract'
import type { CustomField, CustomFieldType } from '@peyvand/platform/contract'
import { useRoute } from '@peyvand/platform/web'
import {
  bindField,
  CodeField,
  ComboBox,
  DatePicker,
  DateTimeField,
  MoneyField,
  MultiSelect,
  NumberField,
  PhoneField,
  Select,
  Switch,
  TextArea,
  TextField,
  useUi,
} from '@peyvand/ui'
import type { ReactNode } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { PartyPicker } from '../choices/party-picker.tsx'
import { useColleagues } from '../choices/use-choices.ts'

/** The firm's own fields of a record type that apply to a record of these kinds or groups. */
export function useCustomFields(record: 'parties' | 'activities', kinds: readonly string[]): CustomField[] {
  const { data } = useRoute(listCustomFieldsRoute, { query: { record } }, { staleTime: 300_000 })
  return (data?.items ?? []).filter(
    ({ appliesTo, archivedAt }) =>
      archivedAt === null && (appliesTo.length === 0 || appliesTo.some((one) => kinds.includes(one))),
  )
}

/** Inputs for the firm's own fields, each by its type; in a form whose values have them under `custom`. */
export const CustomFieldsSection = ({ fields }: { fields: readonly CustomField[] }) => {
  const { locale } = useUi()
  const { control } = useFormContext<{ custom: Record<string, unknown> }>()
  return fields.map((definition) => (
    <Controller
      key={definition.key}
      control={control}
      name={`custom.${definition.key}`}
      render={(f) => {
        const { ref: _ref, ...bound } = bindField(f)
        return (
          <CustomInput
            definition={definition}
            field={{
              ...bound,
              value: bound.value ?? null,
              label: locale === 'fa' ? definition.labelFa : definition.labelEn,
              isRequired: definition.required,
              ...(definition.help && { description: definition.help }),
            }}
          />
        )
      }}
    />
  ))
}

type Bound = {
  label: string
  description?: string
  isRequired: boolean
  isDisabled: boolean
  errorMessage: string | undefined
  name: string
  value: unknown
  onChange: (value: unknown) => void
  onBlur: () => void
}
type InputProps = { definition: CustomField; field: Bound }

const CustomInput = ({ definition, field }: InputProps) => inputs[definition.type]({ definition, field })

const text = (value: unknown) => (typeof value === 'string' ? value : null)

const UserInput = ({ field }: InputProps) => (
  <ComboBox {...field} value={text(field.value)} options={useColleagues()} />
)

const OptionInput = ({ definition, field }: InputProps) => (
  <Select {...field} value={text(field.value)} options={useOptions(definition)} isClearable />
)

const OptionsInput = ({ definition, field }: InputProps) => (
  <MultiSelect
    {...field}
    value={Array.isArray(field.value) ? (field.value as string[]) : []}
    options={useOptions(definition)}
  />
)

function useOptions({ options }: CustomField) {
  const { locale } = useUi()
  return options.map(({ value, labelFa, labelEn }) => ({
    id: value,
    label: locale === 'fa' ? labelFa : labelEn,
  }))
}

const inputs: Record<CustomFieldType, (props: InputProps) => ReactNode> = {
  text: ({ field }) => <TextField {...field} value={text(field.value)} />,
  longText: ({ field }) => <TextArea {...field} value={text(field.value)} minRows={2} />,
  number: ({ field }) => (
    <NumberField {...field} value={typeof field.value === 'number' ? field.value : null} hideStepper />
  ),
  money: ({ field }) => <MoneyField {...field} value={text(field.value)} />,
  date: ({ field }) => <DatePicker {...field} value={text(field.value)} isClearable />,
  instant: ({ field }) => <DateTimeField {...field} value={text(field.value)} />,
  boolean: ({ field: { label, isRequired: _required, ...field } }) => (
    <Switch {...field} value={field.value === true}>
      {label}
    </Switch>
  ),
  oneOf: (props) => <OptionInput {...props} />,
  manyOf: (props) => <OptionsInput {...props} />,
  party: ({ field }) => <PartyPicker {...field} value={text(field.value)} canCreate={false} />,
  user: (props) => <UserInput {...props} />,
  phone: ({ field }) => <PhoneField {...field} value={text(field.value)} />,
  email: ({ field }) => <CodeField {...field} value={text(field.value)} type="email" inputMode="email" />,
  link: ({ field }) => <CodeField {...field} value={text(field.value)} type="url" inputMode="url" />,
}
