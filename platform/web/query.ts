import { newId } from '@peyvand/ui'
import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AnyRoute, RouteAnswer, RouteCall } from '../contract/index.ts'
import { ApiProblem, callApi } from './api.ts'
import { isReachable } from './offline/reachability.ts'
import { readRoute } from './offline/read-route.ts'

/** One cache for the whole app; a refusal is final, a lost connection is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Asked without a network too: the device may have kept an answer.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (failures, error) => !(error instanceof ApiProblem) && isReachable() && failures < 3,
    },
    // What cannot be sent says so at once, or waits in the outbox.
    mutations: { networkMode: 'always' },
  },
})

/** `['/parties/:id', {…}]`: live messages and changes invalidate by the first segment of the path. */
export const routeKey = (route: AnyRoute, call?: unknown): QueryKey => [route.path, route.method, call]

interface UseRouteOptions {
  /** Milliseconds for which the answer is taken as current. */
  staleTime?: number
  enabled?: boolean
  /** Keep showing the last answer while the next is on its way. */
  keepPrevious?: boolean
  refetchInterval?: number
}

/** Reads a GET route ahead, as `useRoute` or (`isPaged`) the first page of `useRoutePages` will ask for it. */
export async function prefetchRoute<R extends AnyRoute>(
  route: R,
  call: RouteCall<R>,
  { isPaged = false } = {},
): Promise<RouteAnswer<R>> {
  if (!isPaged)
    return queryClient.fetchQuery({
      queryKey: routeKey(route, call),
      queryFn: ({ signal, queryKey }) => readRoute(route, call, { signal, queryKey }),
    })
  const { pages } = await queryClient.fetchInfiniteQuery({
    queryKey: [...routeKey(route, call), 'pages'],
    queryFn: ({ signal, queryKey }) => readRoute(route, call, { signal, queryKey }),
    initialPageParam: '',
  })
  return pages[0] as RouteAnswer<R>
}

/** Reads a GET route; the answer is shared by everyone who asks the same. */
export function useRoute<R extends AnyRoute>(
  route: R,
  call: RouteCall<R>,
  { keepPrevious = false, ...options }: UseRouteOptions = {},
) {
  return useQuery<RouteAnswer<R>>({
    queryKey: routeKey(route, call),
    queryFn: ({ signal, queryKey }) => readRoute(route, call, { signal, queryKey }),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...options,
  })
}

interface Page {
  nextCursor: string | null
}

/** Reads a paged route page after page; `call.query.cursor` is filled in. */
export function useRoutePages<R extends AnyRoute>(
  route: R,
  call: RouteCall<R>,
  options: { enabled?: boolean } = {},
) {
  return useInfiniteQuery({
    queryKey: [...routeKey(route, call), 'pages'],
    queryFn: ({ pageParam, signal, queryKey }) => {
      const { query = {}, ...rest } = call as unknown as { query?: object }
      const paged = { ...rest, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }
      return readRoute(route, paged as unknown as RouteCall<R>, { signal, queryKey })
    },
    initialPageParam: '',
    getNextPageParam: (last) => (last as Page).nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    ...options,
  })
}

/**
 * Calls a route that changes something; afterwards everything read from the named topics is read again
 * (`['parties', 'activities']` = paths that begin so). An Idempotency-Key makes a repeat harmless.
 */
export function useMutateRoute<R extends AnyRoute>(route: R, topics: readonly string[] = []) {
  const client = useQueryClient()
  return useMutation<RouteAnswer<R>, Error, RouteCall<R>>({
    mutationFn: (call) => callApi(route, call, route.method === 'POST' ? { idempotencyKey: newId() } : {}),
    onSuccess: () => invalidateTopics(topics, client),
  })
}

/** Reads again what comes from paths of these topics. */
export async function invalidateTopics(
  topics: readonly string[],
  client: QueryClient = queryClient,
): Promise<void> {
  if (topics.length === 0) return
  await client.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' &&
      topics.some((topic) => path === `/${topic}` || path.startsWith(`/${topic}/`)),
  })
}
