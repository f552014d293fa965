import { CustomFieldsSection, useCustomDefaults, useCustomFields, useShownFields } from '@peyvand/parties/web'
import { useFormContext } from 'react-hook-form'
import type { ActivityFormValues } from './activity-form-values.ts'
import { FieldRow } from './field-row.tsx'

type Props = { required: boolean; isNew?: boolean }

/** The firm's own fields of the kind: those that must be filled, or the others. A new one gets defaults, all of them. */
export const OwnFields = ({ required, isNew = false }: Props) => {
  const { watch } = useFormContext<ActivityFormValues>()
  const own = useCustomFields('activities', [watch('kind')])
  useCustomDefaults(own, isNew)
  const fields = useShownFields(own).filter((field) => field.required === required)
  if (fields.length === 0) return null
  return (
    <FieldRow>
      <CustomFieldsSection fields={fields} />
    </FieldRow>
  )
}
