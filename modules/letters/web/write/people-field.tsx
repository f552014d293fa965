import { listPartiesRoute } from '@peyvand/parties/contract'
import { useColleagues } from '@peyvand/parties/web'
import { joinFacts, searchKey, searchTerms } from '@peyvand/persian'
import { callApi, useT } from '@peyvand/platform/web'
import { ComboBox, IconButton, type Option, TextField } from '@peyvand/ui'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { LetterInput } from './letter-values.ts'

type Name = 'recipients' | 'copies'
type Props = { name: Name; label: string }

const nobody = { name: '', title: '', reason: '', userId: null, partyId: null }

/** People a letter goes to: parties, colleagues, or names alone; copies each with their reason. */
export const PeopleField = ({ name, label }: Props) => {
  const t = useT()
  const { control, watch, setValue, formState } = useFormContext<LetterInput>()
  const { fields, append, remove } = useFieldArray({ control, name })
  const values = watch(name) ?? []
  const errors = formState.errors[name]
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-body font-medium">{label}</legend>
      {fields.map((field, index) => {
        const at = `${name}.${index}` as const
        const put = (key: 'name' | 'title' | 'reason', text: string) =>
          setValue(`${at}.${key}`, text, { shouldDirty: true })
        return (
          <div key={field.id} className="flex items-start gap-1.5">
            <div className="grid min-w-0 flex-1 gap-1.5 sm:grid-cols-2">
              <TextField
                aria-label={t('letters.ui.personName')}
                placeholder={t('letters.ui.personName')}
                value={values[index]?.name ?? ''}
                onChange={(text) => put('name', text)}
                errorMessage={errors?.[index]?.name?.message}
              />
              {name === 'recipients' ? (
                <TextField
                  aria-label={t('letters.ui.personTitle')}
                  placeholder={t('letters.ui.personTitle')}
                  value={values[index]?.title ?? ''}
                  onChange={(text) => put('title', text)}
                />
              ) : (
                <ReasonField value={values[index]?.reason ?? ''} onChange={(text) => put('reason', text)} />
              )}
            </div>
            <IconButton
              label={t('letters.ui.removeNamed', { name: values[index]?.name ?? '' })}
              icon={<X />}
              onPress={() => remove(index)}
            />
          </div>
        )
      })}
      <AddPerson label={label} onAdd={(person) => append({ ...nobody, ...person })} />
    </fieldset>
  )
}

const ReasonField = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => {
  const t = useT()
  const reasons = (['information', 'action', 'file'] as const).map((id) => {
    const label = t(`letters.ui.reason.${id}`)
    return { id: label, label }
  })
  const options =
    value === '' || reasons.some(({ id }) => id === value)
      ? reasons
      : [...reasons, { id: value, label: value }]
  return (
    <ComboBox
      aria-label={t('letters.ui.reason')}
      placeholder={t('letters.ui.reason')}
      options={options}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      onCreate={onChange}
    />
  )
}

type Added = { name: string; userId?: string; partyId?: string }

/** One field for everybody: parties and colleagues as they are typed, and any other name as it stands. */
const AddPerson = ({ label, onAdd }: { label: string; onAdd: (person: Added) => void }) => {
  const t = useT()
  const colleagues = useColleagues()
  const offered = useRef(new Map<string, Added>())
  const load = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const query = { limit: 10, count: 'none' as const, ...(text.trim() && { q: text.trim() }) }
    const { items } = await callApi(listPartiesRoute, { query }, { signal })
    const terms = searchTerms(text)
    const inside = colleagues.filter(({ label: name }) =>
      terms.every((term) => searchKey(name).includes(term)),
    )
    for (const { id, label: name } of inside) offered.current.set(id, { name, userId: id })
    for (const { id, name } of items) offered.current.set(id, { name, partyId: id })
    return [
      ...items.map(({ id, name, worksFor, jobTitle }) => ({
        id,
        label: name,
        description: joinFacts([jobTitle, worksFor?.name]) || t('letters.ui.party'),
      })),
      ...inside.map(({ id, label: name }) => ({ id, label: name, description: t('letters.ui.colleague') })),
    ]
  }
  return (
    <ComboBox
      aria-label={t('letters.ui.addTo', { list: label })}
      placeholder={t('letters.ui.addPerson')}
      loadOptions={load}
      value={null}
      onChange={(id) => {
        const person = id ? offered.current.get(id) : undefined
        if (person) onAdd(person)
      }}
      onCreate={(name) => onAdd({ name })}
    />
  )
}
