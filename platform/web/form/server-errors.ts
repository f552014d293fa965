import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { ApiProblem } from '../api.ts'

/**
 * Puts the server's faults at the form's fields and focuses the first; answers the faults that belong to no
 * field on the form, for the summary above it.
 */
export function showServerErrors<V extends FieldValues>(form: UseFormReturn<V>, error: unknown): string[] {
  if (!(error instanceof ApiProblem)) return []
  const known = new Set(Object.keys(form.getValues()))
  const others: string[] = []
  let isFirst = true
  for (const { path, message } of error.fields) {
    if (!known.has(path.split('.')[0] ?? '')) {
      others.push(message)
      continue
    }
    form.setError(path as FieldPath<V>, { type: 'server', message }, { shouldFocus: isFirst })
    isFirst = false
  }
  return others
}
