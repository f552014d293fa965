import type { CustomField, CustomFieldType, CustomFile } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import {
  CodeField,
  ComboBox,
  DatePicker,
  DateTimeField,
  lazyPart,
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
import { PartyPicker } from '../choices/party-picker.tsx'
import { useColleagues, useTeams } from '../choices/use-choices.ts'
import { usePartyName } from '../display/party-name.tsx'

/** What an input of a form is bound to. */
type Bound = {
  label: string
  description?: string
  isRequired?: boolean
  isDisabled?: boolean
  errorMessage?: string | undefined
  name?: string
  value: unknown
  onChange: (value: unknown) => void
  onBlur?: () => void
}
type Definition = Pick<CustomField, 'type' | 'options'>
type InputProps = { definition: Definition; field: Bound }

const FilesField = lazyPart(async () => (await import('@peyvand/files/web')).FilesField)

/** An input for a value of one of the firm's own fields, by its type. */
export const CustomInput = ({ definition, field }: InputProps) =>
  inputs[definition.type]({ definition, field })

const text = (value: unknown) => (typeof value === 'string' ? value : null)

const PartyInput = ({ field }: InputProps) => {
  const id = text(field.value)
  const name = usePartyName(id)
  return <PartyPicker {...field} value={id} {...(name && { valueLabel: name })} canCreate={false} />
}

const UserInput = ({ field }: InputProps) => (
  <ComboBox {...field} value={text(field.value)} options={useColleagues()} />
)

const TeamInput = ({ field }: InputProps) => (
  <ComboBox {...field} value={text(field.value)} options={useTeams()} />
)

const DurationInput = ({ field }: InputProps) => (
  <NumberField
    {...field}
    value={typeof field.value === 'number' ? field.value : null}
    minValue={0}
    suffix={useT()('parties.minutes')}
    hideStepper
  />
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

function useOptions({ options }: Definition) {
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
  duration: (props) => <DurationInput {...props} />,
  boolean: ({ field: { label, isRequired: _required, ...field } }) => (
    <Switch {...field} value={field.value === true}>
      {label}
    </Switch>
  ),
  oneOf: (props) => <OptionInput {...props} />,
  manyOf: (props) => <OptionsInput {...props} />,
  party: (props) => <PartyInput {...props} />,
  user: (props) => <UserInput {...props} />,
  team: (props) => <TeamInput {...props} />,
  phone: ({ field }) => <PhoneField {...field} value={text(field.value)} />,
  email: ({ field }) => <CodeField {...field} value={text(field.value)} type="email" inputMode="email" />,
  link: ({ field }) => <CodeField {...field} value={text(field.value)} type="url" inputMode="url" />,
  file: ({ field }) => (
    <FilesField {...field} value={Array.isArray(field.value) ? (field.value as CustomFile[]) : []} />
  ),
}
