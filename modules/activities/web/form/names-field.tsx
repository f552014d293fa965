import { type Option, TagPicker } from '@peyvand/ui'
import { useFormContext } from 'react-hook-form'
import type { ActivityFormValues } from './activity-form-values.ts'

type Props = {
  name: 'recipients' | 'copies' | 'addresses'
  label: string
  /** What is known of the party already: its addresses. */
  suggestions?: readonly string[]
}

/** Names or addresses typed one after the other. */
export const NamesField = ({ name, label, suggestions = [] }: Props) => {
  const { watch, setValue } = useFormContext<ActivityFormValues>()
  const value = watch(name)
  const put = (next: Option[]) => setValue(name, next, { shouldDirty: true })
  return (
    <TagPicker
      label={label}
      options={suggestions.map((text) => ({ id: text, label: text }))}
      value={value}
      onChange={put}
      onCreate={(text) => {
        if (!value.some(({ label: known }) => known === text)) put([...value, { id: text, label: text }])
      }}
      placeholder=""
    />
  )
}
