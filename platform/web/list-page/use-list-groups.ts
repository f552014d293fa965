import type { GridGroup } from '@peyvand/ui/data'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnyRoute, Filter, ListGroup, ListSummary } from '../../contract/index.ts'
import { readRoute } from '../offline/read-route.ts'
import { routeKey } from '../query.ts'

interface ListGroups {
  route: AnyRoute
  summaryRoute: AnyRoute | undefined
  groups: readonly ListGroup[] | undefined
  /** By what the groups are grouped again. */
  thenBy: string | null
  /** Told of the inner groups too: `cost.sum`. */
  aggregates: string
  /** The list's own, beneath that of a group. */
  filter: Filter | null
  sort: string
  q: string
}

interface Page<Row> {
  items: Row[]
  nextCursor: string | null
}

/** A head in the list; its key tells those around it too. */
export interface GroupHead<Row>
  extends Pick<GridGroup<Row>, 'key' | 'isOpen' | 'rows' | 'hasMore' | 'isLoading'> {
  group: ListGroup
  level: 0 | 1
}

interface Branch {
  key: string
  group: ListGroup
  filter: Filter
}

const rowsAtOnce = 50

/**
 * The heads of groups in order, those within open ones after them: which are open, and the rows of the innermost page
 * after page; each page is read again like any other answer.
 */
export function useListGroups<Row>(list: ListGroups) {
  const { filter, thenBy, aggregates, sort } = list
  const q = list.q ? { q: list.q } : {}
  // Group → the cursors of the pages shown, the first page having none.
  const [open, setOpen] = useState<Readonly<Record<string, readonly string[]>>>({})
  const outer = branchesOf(list.groups ?? [], filter)
  const split = thenBy === null ? [] : outer.filter(({ key }) => open[key])
  const summaries = useQueries({
    queries: split.map((branch) =>
      reading<ListSummary>(list.summaryRoute ?? list.route, {
        by: thenBy,
        filter: JSON.stringify(branch.filter),
        ...q,
        ...(aggregates ? { aggregates } : {}),
      }),
    ),
  })
  const innerOf = ({ key }: Branch) => {
    const at = split.findIndex((branch) => branch.key === key)
    const summary = summaries[at]?.data
    return summary && { ...summary, branches: branchesOf(summary.groups, split[at]?.filter ?? null, key) }
  }
  const leaves = thenBy === null ? outer : split.flatMap((branch) => innerOf(branch)?.branches ?? [])
  const shown = leaves.flatMap((branch) => (open[branch.key] ?? []).map((cursor) => ({ branch, cursor })))
  const answers = useQueries({
    queries: shown.map(({ branch, cursor }) =>
      reading<Page<Row>>(list.route, {
        limit: rowsAtOnce,
        sort,
        count: 'none',
        filter: JSON.stringify(branch.filter),
        ...q,
        ...(cursor ? { cursor } : {}),
      }),
    ),
  })
  const pagesOf = (key: string) =>
    answers.filter((_, at) => shown[at]?.branch.key === key).map(({ data }) => data)

  const leafHead = ({ key, group }: Branch, level: 0 | 1): GroupHead<Row> => {
    const pages = pagesOf(key)
    return {
      key,
      group,
      level,
      isOpen: pages.length > 0,
      rows: pages.flatMap((page) => page?.items ?? []),
      hasMore: Boolean(pages.at(-1)?.nextCursor),
      isLoading: pages.length > 0 && pages.at(-1) === undefined,
    }
  }
  const headsOf = (branch: Branch): GroupHead<Row>[] => {
    if (thenBy === null) return [leafHead(branch, 0)]
    const { key, group } = branch
    const isOpen = open[key] !== undefined
    const inner = innerOf(branch)
    const head = {
      key,
      group,
      level: 0,
      isOpen,
      rows: [],
      hasMore: false,
      isLoading: isOpen && !inner,
    } as const
    return [head, ...(inner?.branches ?? []).map((leaf) => leafHead(leaf, 1))]
  }

  return {
    heads: outer.flatMap(headsOf),
    /** Some group holds more groups than are told. */
    hasMoreInside: summaries.some(({ data }) => data?.hasMoreGroups),
    toggle: (key: string) =>
      setOpen(({ [key]: pages, ...others }) => (pages ? others : { ...others, [key]: [''] })),
    more: (key: string) => {
      const next = pagesOf(key).at(-1)?.nextCursor
      if (next) setOpen((before) => ({ ...before, [key]: [...(before[key] ?? []), next] }))
    },
  }
}

const branchesOf = (groups: readonly ListGroup[], filter: Filter | null, within?: string): Branch[] =>
  groups.map((group) => ({
    key: within === undefined ? (group.key ?? '') : `${within}\n${group.key ?? ''}`,
    group,
    filter: filter ? { and: [filter, group.filter] } : group.filter,
  }))

function reading<Answer>(route: AnyRoute, query: object) {
  const call = { query }
  const queryKey = routeKey(route, call)
  return {
    queryKey,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      readRoute(route, call as never, { signal, queryKey }) as Promise<Answer>,
    placeholderData: keepPreviousData,
  }
}
