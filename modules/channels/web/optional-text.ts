interface Bound {
  value?: string | null | undefined
  onChange: (value: string | null | undefined) => void
}

/** A form's field for one of text; what is left empty is written as null. */
export const optionalText = <Field extends Bound>(field: Field) => ({
  ...field,
  value: field.value ?? '',
  onChange: (text: string) => field.onChange(text || null),
})

/** The same for a secret: left empty, the one that is kept stays. */
export const newSecret = <Field extends Bound>(field: Field) => ({
  ...field,
  value: field.value ?? '',
  onChange: (text: string) => field.onChange(text || undefined),
  autoComplete: 'new-password' as const,
})
