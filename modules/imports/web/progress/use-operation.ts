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
  const wasAtWork = useRef(false)
  const atWork = data !== undefined && isAtWork(data)
  useEffect(() => {
    if (atWork && !wasAtWork.current)
      void queryClient.invalidateQueries({ queryKey: [listOperationsRoute.path] })
    if (!atWork && wasAtWork.current) void invalidateTopics([...topics, 'operations'])
    wasAtWork.current = atWork
  }, [atWork, topics])
  return data
}
