import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { z } from 'zod'

/**
 * A screen's state in its address: filter, sort, tab, open drawer. Parsed by the schema, so a broken address
 * shows the defaults. Changes replace the entry of the history unless `push` is asked.
 */
export function useUrlState<S extends z.ZodType<object>>(
  schema: S,
): [z.output<S>, (change: Partial<z.output<S>>, options?: { push?: boolean }) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const parsed = schema.safeParse(search)
  const state = parsed.success ? parsed.data : (schema.parse({}) as z.output<S>)
  const change = useCallback(
    (values: Partial<z.output<S>>, { push = false } = {}) => {
      void navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => withoutEmpty({ ...before, ...values })) as never,
        replace: !push,
      })
    },
    [navigate],
  )
  return [state, change]
}

const withoutEmpty = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
