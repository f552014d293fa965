import { bindField } from '@peyvand/ui'
import type { ReactElement } from 'react'
import { type Control, Controller, type FieldPath, type FieldValues } from 'react-hook-form'

interface FormFieldProps<V extends FieldValues, O, N extends FieldPath<V>> {
  control: Control<V, unknown, O>
  name: N
  children: (field: ReturnType<typeof bindField<V, N>>) => ReactElement
}

/** One field of a form: `<FormField control={form.control} name="name">{(f) => <TextField {...f} />}</FormField>`. */
export function FormField<V extends FieldValues, O, N extends FieldPath<V>>({
  control,
  name,
  children,
}: FormFieldProps<V, O, N>) {
  return <Controller control={control} name={name} render={(state) => children(bindField(state))} />
}
