import { type CustomField, defaultWordOf } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Select } from '@peyvand/ui'
import { useState } from 'react'
import { OwnInput } from './own-input.tsx'

type Props = {
  definition: Pick<CustomField, 'type' | 'options'>
  value: unknown
  onChange: (value: unknown) => void
  errorMessage?: string | undefined
}

/** What new records get: nothing, a value, or a word such as «today» where the type has one. */
export const DefaultField = ({ definition, value, onChange, errorMessage }: Props) => {
  const t = useT()
  const word = defaultWordOf(definition.type)
  const [isFixed, setFixed] = useState(value !== null && value !== word)
  const label = t('customization.ui.fields.default')
  const field = { label, value, onChange, errorMessage }
  if (word === null)
    return (
      <OwnInput
        definition={definition}
        field={{ ...field, description: t('customization.ui.fields.defaultHint') }}
      />
    )
  const chosen = isFixed ? 'fixed' : value === word ? 'word' : 'none'
  return (
    <div className="grid items-end gap-3.5 sm:grid-cols-2">
      <Select
        label={label}
        value={chosen}
        onChange={(next) => {
          setFixed(next === 'fixed')
          onChange(next === 'word' ? word : null)
        }}
        options={[
          { id: 'none', label: t('customization.ui.fields.defaultNone') },
          { id: 'word', label: t(`customization.ui.fields.default.${word}`) },
          { id: 'fixed', label: t('customization.ui.fields.defaultFixed') },
        ]}
      />
      {isFixed && (
        <OwnInput
          definition={definition}
          field={{ ...field, label: t('customization.ui.fields.ruleValue') }}
        />
      )}
    </div>
  )
}
