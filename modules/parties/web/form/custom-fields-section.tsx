import type { CustomField } from '@peyvand/platform/contract'
import { shownFields } from '@peyvand/platform/contract'
import { bindField, useUi } from '@peyvand/ui'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { CustomInput } from './custom-input.tsx'
import { useIsReadOnly } from './use-custom-fields.ts'

type Values = { custom: Record<string, unknown> }

/** Those of the fields that the form's own values bring to sight. */
export function useShownFields(fields: readonly CustomField[]): CustomField[] {
  const { control } = useFormContext<Values>()
  const values = useWatch({ control, name: 'custom' })
  return shownFields(fields, values ?? {}, [])
}

/** Inputs for the firm's own fields, each by its type; in a form whose values have them under `custom`. */
export const CustomFieldsSection = ({ fields }: { fields: readonly CustomField[] }) => {
  const { locale } = useUi()
  const { control } = useFormContext<Values>()
  const isReadOnly = useIsReadOnly()
  return fields.map((definition) => {
    const help = locale === 'fa' ? definition.helpFa : definition.helpEn
    return (
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
                isDisabled: bound.isDisabled || isReadOnly(definition),
                ...(help && { description: help }),
              }}
            />
          )
        }}
      />
    )
  })
}
