import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { answerTime } from './read-route.ts'

/** The time, in milliseconds, of the oldest answer that the open screens show; null when they show none. */
export function useAsOf(): number | null {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => {
      const times = cache.findAll({ type: 'active' }).flatMap(({ queryKey, queryHash, state }) => {
        const at =
          state.data === undefined ? null : answerTime(String(queryKey[0]), queryHash, state.dataUpdatedAt)
        return at === null ? [] : [at]
      })
      return times.length > 0 ? Math.min(...times) : null
    },
  )
}
