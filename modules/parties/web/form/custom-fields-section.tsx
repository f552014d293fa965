import type { CustomField } from '@peyvand/platform/contract'
import { askedNames, factsFor, shownFields } from '@peyvand/platform/contract'
import { bindField, useUi } from '@peyvand/ui'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { CustomInput } from './custom-input.tsx'
import { useIsReadOnly } from './use-custom-fields.ts'

type Values = { custom: Record<string, unknown> }

/** Those of the fields that the form's values bring to sight, own ones and others. */
export function useShownFields(fields: readonly CustomField[]): CustomField[] {
  // Whatever form it is, it has these names.
  const { control } = useFormContext<Record<string, unknown>>()
  const names = askedNames(fields)
  const [custom, ...others] = useWatch({ control, name: ['custom', ...names] })
  const record = Object.fromEntries(names.map((name, at) => [name, others[at]]))
  return shownFields(fields, { ...(custom as Values['custom']), ...factsFor(fields, record) }, [])
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
