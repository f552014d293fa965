import { type CustomField, CustomFieldInput } from '@peyvand/platform/contract'
import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { isChoice } from './field-types.ts'

/** A choice needs something to choose from. */
export const FilledField = CustomFieldInput.refine(
  ({ type, options }) => !isChoice(type) || options.length > 0,
  { path: ['options'], params: { code: 'required' } },
)

export type FieldForm = UseFormReturn<z.input<typeof FilledField>, unknown, z.output<typeof FilledField>>

/** The form of a field as it is, or of a new one. */
export const fieldValues = (
  field: CustomField | null,
  fresh: { record: string; key: string; position: number },
): z.input<typeof FilledField> =>
  field ?? {
    ...fresh,
    type: 'text',
    labelFa: '',
    labelEn: '',
    helpFa: null,
    helpEn: null,
    required: false,
    requiredFor: [],
    unique: false,
    defaultValue: null,
    options: [],
    appliesTo: [],
    showWhen: null,
    sectionId: null,
  }
