import { useT } from '@peyvand/platform/web'
import { bindField, ComboBox, Select } from '@peyvand/ui'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { PartyPicker } from '../choices/party-picker.tsx'
import { useColleagues, useTeams, useValues } from '../choices/use-choices.ts'
import type { PartyFormValues } from './party-form-values.ts'

type ValueName = 'industryId' | 'leadSourceId' | 'levelId'

const valueLists: Record<ValueName, string> = {
  industryId: 'industries',
  leadSourceId: 'sources',
  levelId: 'customerLevels',
}
const labelOf = (name: string) => `parties.field.${name.replace(/Id$/, '')}`

/** A value of a list that the administrator keeps. */
export const ValueField = ({ name }: { name: ValueName }) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const options = useValues(valueLists[name], useWatch({ control, name }))
  return (
    <Controller
      control={control}
      name={name}
      render={(f) =>
        options.length > 12 ? (
          <ComboBox label={t(labelOf(name))} options={options} {...bindField(f)} />
        ) : (
          <Select label={t(labelOf(name))} options={options} isClearable {...bindField(f)} />
        )
      }
    />
  )
}

/** Text of a party that is usually one of a list: honorific, job title. Anything else may be typed. */
export const SuggestedField = ({ name, list }: { name: 'honorific' | 'jobTitle'; list: string }) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const values = useValues(list)
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => {
        const { value, onChange, ...field } = bindField(f)
        return (
          <ComboBox
            label={t(labelOf(name))}
            options={values.map(({ label }) => ({ id: label, label }))}
            {...field}
            value={value}
            valueLabel={value ?? ''}
            onChange={onChange}
            onCreate={onChange}
          />
        )
      }}
    />
  )
}

export const OwnerField = ({ valueLabel }: { valueLabel?: string | undefined }) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const options = useColleagues()
  return (
    <Controller
      control={control}
      name="ownerId"
      render={(f) => (
        <ComboBox
          label={t('parties.field.owner')}
          options={options}
          {...(valueLabel && { valueLabel })}
          {...bindField(f)}
        />
      )}
    />
  )
}

export const TeamField = () => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const options = useTeams()
  return (
    <Controller
      control={control}
      name="teamId"
      render={(f) => <ComboBox label={t('parties.field.team')} options={options} {...bindField(f)} />}
    />
  )
}

type PartyFieldProps = {
  name: 'introducerId' | 'marketerId' | 'worksForId'
  valueLabel?: string | undefined
}

/** Another party: an employer, an introducer, a marketer; made on the spot when it is not there yet. */
export const PartyField = ({ name, valueLabel }: PartyFieldProps) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => (
        <PartyPicker
          label={t(labelOf(name))}
          {...(name === 'worksForId' && { kind: 'organization' as const })}
          {...(name === 'marketerId' && { group: 'marketers' })}
          {...(valueLabel && { valueLabel })}
          {...bindField(f)}
        />
      )}
    />
  )
}
