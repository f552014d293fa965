import { type FormEvent, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { ApiProblem } from '../api.ts'
import { showServerErrors } from './server-errors.ts'

export interface Submit {
  onSubmit: (event?: FormEvent) => void
  /** Why nothing was saved, for `FormFault`: an error, or the server's words on what is no field of the form. */
  fault: unknown
  isPending: boolean
}

/** Sends a checked form; what the server finds wrong appears at the fields, the rest above the form. */
export function useSubmit<I extends FieldValues, O>(
  form: UseFormReturn<I, unknown, O>,
  send: (values: O) => Promise<unknown>,
): Submit {
  const [fault, setFault] = useState<unknown>(null)
  const submit = form.handleSubmit(async (values) => {
    setFault(null)
    try {
      await send(values)
    } catch (error) {
      const others = showServerErrors(form as unknown as UseFormReturn<I>, error)
      const isAtFields = error instanceof ApiProblem && error.fields.length > 0 && others.length === 0
      if (!isAtFields) setFault(others.length > 0 ? others.join(' ') : error)
    }
  })
  return {
    onSubmit: (event) => {
      // A form in a dialog must not submit the form around it.
      event?.stopPropagation()
      void submit(event as Parameters<typeof submit>[0])
    },
    fault,
    isPending: form.formState.isSubmitting,
  }
}
