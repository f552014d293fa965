import type { GridGroup } from '@peyvand/ui/data'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnyRoute, Filter, ListGroup } from '../../contract/index.ts'
import { readRoute } from '../offline/read-route.ts'
import { routeKey } from '../query.ts'

interface ListGroups {
  route: AnyRoute
  groups: readonly ListGroup[] | undefined
  /** The list's own, beneath that of a group. */
  filter: Filter | null
  sort: string
  q: string
}

interface Page<Row> {
  items: Row[]
  nextCursor: string | null
}

const rowsAtOnce = 50
const keyOf = (group: ListGroup) => group.key ?? ''

/** Which groups are open, and their rows page after page; each page is read again like any other answer. */
export function useListGroups<Row>({ route, groups, filter, sort, q }: ListGroups) {
  // Group → the cursors of the pages shown, the first page having none.
  const [open, setOpen] = useState<Readonly<Record<string, readonly string[]>>>({})
  const shown = (groups ?? []).flatMap((group) =>
    (open[keyOf(group)] ?? []).map((cursor) => ({ group, cursor })),
  )
  const answers = useQueries({
    queries: shown.map(({ group, cursor }) => {
      const call = {
        query: {
          limit: rowsAtOnce,
          sort,
          count: 'none',
          filter: JSON.stringify(filter ? { and: [filter, group.filter] } : group.filter),
          ...(q ? { q } : {}),
          ...(cursor ? { cursor } : {}),
        },
      }
      const queryKey = routeKey(route, call)
      return {
        queryKey,
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          readRoute(route, call as never, { signal, queryKey }) as Promise<Page<Row>>,
        placeholderData: keepPreviousData,
      }
    }),
  })
  const pagesOf = (key: string) =>
    answers.filter((_, at) => shown[at] && keyOf(shown[at].group) === key).map(({ data }) => data)

  return {
    rowsOf: (group: ListGroup): Pick<GridGroup<Row>, 'isOpen' | 'rows' | 'hasMore' | 'isLoading'> => {
      const pages = pagesOf(keyOf(group))
      return {
        isOpen: pages.length > 0,
        rows: pages.flatMap((page) => page?.items ?? []),
        hasMore: Boolean(pages.at(-1)?.nextCursor),
        isLoading: pages.length > 0 && pages.at(-1) === undefined,
      }
    },
    toggle: (key: string) =>
      setOpen(({ [key]: pages, ...others }) => (pages ? others : { ...others, [key]: [''] })),
    more: (key: string) => {
      const next = pagesOf(key).at(-1)?.nextCursor
      if (next) setOpen((before) => ({ ...before, [key]: [...(before[key] ?? []), next] }))
    },
  }
}
