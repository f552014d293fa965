import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import {
  Bdi,
  CodeField,
  ComboBox,
  DatePicker,
  Link,
  Select,
  StatusPill,
  TextField,
  useFormat,
} from '@peyvand/ui'
import type { ReactNode } from 'react'
import type { Party } from '../../contract/index.ts'
import { PartyPicker } from '../choices/party-picker.tsx'
import { useColleagues, useTeams, useValues } from '../choices/use-choices.ts'
import { useToday } from '../display/use-today.ts'
import { fieldKey } from './field-key.ts'
import { FieldSource } from './field-source.tsx'
import { canEditField, type FileField } from './file-fields.ts'
import { InlineField } from './inline-field.tsx'
import { useUpdateParty } from './use-update-party.ts'

/** Fields of a party under each other, each readable and, where allowed, written in place. */
export const FieldList = ({ party, fields }: { party: Party; fields: readonly FileField[] }) => (
  <dl className="flex flex-col">
    {fields.map((field) => (
      <FileFieldRow key={field.name} party={party} field={field} />
    ))}
  </dl>
)

/** One field by its name, in a description list. */
export const FileFieldRow = ({ party, field }: { party: Party; field: FileField }) => {
  const t = useT()
  const update = useUpdateParty(party)
  const shown = useShown(party, field)
  const { value, key } = stored(party, field)
  return (
    <InlineField<string | null>
      label={labelOf(party, field, t)}
      value={value}
      shown={shown}
      canEdit={canEditField(party, field)}
      source={
        field.type === 'fact' ? undefined : (
          <FieldSource partyId={party.id} field={key} label={labelOf(party, field, t)} />
        )
      }
      renderEditor={(draft, onChange) => (
        <Editor
          party={party}
          field={field}
          draft={draft}
          onChange={onChange}
          label={labelOf(party, field, t)}
        />
      )}
      save={(next) => update({ [key]: next || null })}
    />
  )
}

const labelOf = (party: Party, { name }: FileField, t: (key: string) => string) => {
  if (name !== 'birthDate') return t(fieldKey(name))
  return t(party.kind === 'person' ? 'parties.form.birthDate' : 'parties.form.foundedOn')
}

/** The value a field writes and the name under which it is written. */
function stored(party: Party, field: FileField): { value: string | null; key: string } {
  const value = party[field.name]
  if (typeof value === 'object' && value !== null) return { value: value.id, key: `${field.name}Id` }
  const isReference = ['value', 'party', 'user', 'team'].includes(field.type)
  return { value: value ?? null, key: isReference ? `${field.name}Id` : field.name }
}

function useShown(party: Party, field: FileField): ReactNode {
  const t = useT()
  const format = useFormat()
  const today = useToday()
  const value = party[field.name]
  if (value === null) return null
  if (typeof value === 'object') {
    const isParty = field.type === 'party' || field.name === 'worksFor'
    return isParty ? <Link href={`/parties/${value.id}`}>{value.name}</Link> : value.name
  }
  switch (field.name) {
    case 'nextContactOn': {
      const isOverdue = value < today
      const day = `${format.relativeDate(value)} · ${format.date(value)}`
      return isOverdue ? <StatusPill tone="bad">{day}</StatusPill> : day
    }
    case 'birthDate':
      return format.date(value)
    case 'lastContactAt':
      return format.relative(value)
    case 'createdAt':
      return joinFacts([format.dateTime(value), party.createdBy?.name])
    case 'updatedAt':
      return joinFacts([format.dateTime(value), party.updatedBy?.name])
    case 'gender':
      return t(`parties.gender.${value}`)
    case 'sourceKind':
      return t(`parties.source.${value}`)
    default:
      return field.type === 'code' ? <Bdi>{format.digits(value)}</Bdi> : value
  }
}

type EditorProps = {
  party: Party
  field: FileField
  draft: string | null
  onChange: (value: string | null) => void
  label: string
}

const Editor = ({ party, field, draft, onChange, label }: EditorProps) => {
  const t = useT()
  const common = { 'aria-label': label, value: draft, onChange }
  switch (field.type) {
    case 'line':
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      return <TextField {...common} autoFocus dir={field.isLatin ? 'ltr' : 'auto'} />
    case 'code':
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      return <CodeField {...common} autoFocus />
    case 'date':
      return <DatePicker {...common} isClearable />
    case 'gender': {
      const options = (['female', 'male'] as const).map((id) => ({ id, label: t(`parties.gender.${id}`) }))
      return <Select {...common} options={options} isClearable />
    }
    case 'value':
      return <ValueEditor {...common} list={field.list} />
    case 'party':
      return (
        <PartyPicker
          {...common}
          exceptId={party.id}
          {...(field.name === 'marketer' && { group: 'marketers' })}
          valueLabel={party[field.name]?.name ?? ''}
        />
      )
    case 'user':
      return <UserEditor {...common} valueLabel={party.owner?.name ?? ''} />
    case 'team':
      return <TeamEditor {...common} />
    case 'fact':
      return null
  }
}

type ChoiceProps = { 'aria-label': string; value: string | null; onChange: (id: string | null) => void }

const ValueEditor = ({ list, ...rest }: ChoiceProps & { list: string }) => (
  <ComboBox {...rest} options={useValues(list, rest.value)} />
)
const UserEditor = (props: ChoiceProps & { valueLabel: string }) => (
  <ComboBox {...props} options={useColleagues()} />
)
const TeamEditor = (props: ChoiceProps) => <ComboBox {...props} options={useTeams()} />
