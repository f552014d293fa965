import { getOperationRoute, listOperationsRoute, type Operation } from '@peyvand/platform/contract'
import { invalidateTopics, queryClient, useRoute } from '@peyvand/platform/web'
import { useEffect, useRef } from 'react'

const pollMs = 700

export const isAtWork = ({ state }: Pick<Operation, 'state'>): boolean =>
  state === 'queued' || state === 'running'

/** Long work as it goes on; when it ends, everything of the topics is read again. */
export function useOperation(id: string | null, topics: readonly string[]): Operation | undefined {
  const { data } = useRoute(
    getOperationRoute,
    { params: { id: id ?? '' } },
    { enabled: id !== null, staleTime: 0, refetchInterval: pollMs },
  )
  const followed = useRef<Operation>(undefined)
  useEffect(() => {
    if (data === undefined) return
    const before = followed.current?.id === data.id ? followed.current : undefined
    followed.current = data
    if (isAtWork(data) && !before)
      void queryClient.invalidateQueries({ queryKey: [listOperationsRoute.path] })
    // Short work may have ended before it was first read.
    if (!isAtWork(data) && (!before || isAtWork(before))) void invalidateTopics([...topics, 'operations'])
  }, [data, topics])
  return data
}
