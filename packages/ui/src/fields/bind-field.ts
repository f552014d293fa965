import type { ControllerFieldState, ControllerRenderProps, FieldPath, FieldValues } from 'react-hook-form'

/**
 * Connects a field to React Hook Form: `<Controller render={(f) => <TextField label=… {...bindField(f)} />} />`.
 * The ref goes to the input, so the first field in error takes focus. `translate` turns an error's
 * message (a code, in our schemas) into text.
 */
export const bindField = <V extends FieldValues, N extends FieldPath<V>>(
  { field, fieldState }: { field: ControllerRenderProps<V, N>; fieldState: ControllerFieldState },
  translate: (message: string) => string = (message) => message,
) => {
  // `disabled` would be passed on as an unknown attribute; React Aria says isDisabled.
  const { disabled, ...rest } = field
  const message = fieldState.error?.message
  return { ...rest, isDisabled: disabled ?? false, errorMessage: message ? translate(message) : undefined }
}
