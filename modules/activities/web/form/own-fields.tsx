import { CustomFieldsSection, useCustomFields } from '@peyvand/parties/web'
import { useFormContext } from 'react-hook-form'
import type { ActivityFormValues } from './activity-form-values.ts'
import { FieldRow } from './field-row.tsx'

/** The firm's own fields of the kind: those that must be filled, or the others. */
export const OwnFields = ({ required }: { required: boolean }) => {
  const { watch } = useFormContext<ActivityFormValues>()
  const fields = useCustomFields('activities', [watch('kind')]).filter((field) => field.required === required)
  if (fields.length === 0) return null
  return (
    <FieldRow>
      <CustomFieldsSection fields={fields} />
    </FieldRow>
  )
}
