import { ApiProblem, OfflineError } from './api.ts'
import { type T, useT } from './i18n.ts'

/** What went wrong in words for the reader, with what to do. */
export function problemText(t: T, error: unknown): string {
  if (error instanceof ApiProblem) {
    const faults = error.fields.map((field) => field.message)
    return faults.length > 0 ? `${error.message} ${[...new Set(faults)].join(' ')}` : error.message
  }
  if (error instanceof OfflineError) return t('web.offlineProblem')
  return t('error.internal')
}

export function useProblemText(): (error: unknown) => string {
  const t = useT()
  return (error) => problemText(t, error)
}
