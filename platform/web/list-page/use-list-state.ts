import type { ColumnLayout, SortKey } from '@peyvand/ui/data'
import { useMemo } from 'react'
import { z } from 'zod'
import { Aggregate, Filter, SortText } from '../../contract/index.ts'
import { useUrlState } from '../url-state.ts'
import type { StoredView, ViewDefinition } from './list-services.ts'

export const everythingView = 'all'
/** In the address: what the view holds was taken away. */
const none = 'none'

const ListState = z.object({
  view: z.string().optional().catch(undefined),
  q: z.coerce.string().optional().catch(undefined),
  filter: Filter.or(z.literal(none)).optional().catch(undefined),
  sort: SortText.optional().catch(undefined),
  columns: z.string().optional().catch(undefined),
  group: z.string().optional().catch(undefined),
  /** `cost.sum,duration.avg` */
  sums: z.string().optional().catch(undefined),
  peek: z.string().optional().catch(undefined),
})

interface ListDefaults {
  columns: readonly string[]
  sort: string
}

/** What a list shows, from its address over its saved view over its defaults. */
export function useListState(views: readonly StoredView[], defaults: ListDefaults) {
  const [url, setUrl] = useUrlState(ListState)
  const chosen = views.find(({ isDefault }) => isDefault)
  const view = views.find(({ id }) => id === (url.view ?? chosen?.id))
  const stored = view?.definition
  const definition = useMemo<ViewDefinition>(
    () => ({
      columns:
        url.columns?.split(',') ??
        (stored && stored.columns.length > 0 ? stored.columns : [...defaults.columns]),
      widths: stored?.widths ?? {},
      filter: url.filter === none ? null : (url.filter ?? stored?.filter ?? null),
      sort: url.sort ?? stored?.sort ?? defaults.sort,
      groupBy: url.group === none ? null : (url.group ?? stored?.groupBy ?? null),
      aggregates: url.sums === undefined ? (stored?.aggregates ?? {}) : aggregatesIn(url.sums),
    }),
    [url.columns, url.filter, url.sort, url.group, url.sums, stored, defaults.columns, defaults.sort],
  )
  return {
    viewId: view?.id ?? everythingView,
    view,
    q: url.q ?? '',
    peek: url.peek,
    definition,
    isChanged: changeable.some((part) => url[part] !== undefined),
    setView: (id: string) =>
      // Without a name the list opens with the default view, so «all» has to be said where there is one.
      setUrl({ view: id === everythingView && !chosen ? undefined : id, ...untouched }, { push: true }),
    setQ: (q: string) => setUrl({ q: q || undefined }),
    setFilter: (next: Filter | null) =>
      setUrl({ filter: isSame(next, stored?.filter ?? null) ? undefined : (next ?? none) }),
    setSort: (keys: readonly SortKey[]) => {
      const text = keys.length > 0 ? sortText(keys) : undefined
      setUrl({ sort: text === (stored?.sort ?? defaults.sort) ? undefined : text })
    },
    setColumns: (next: readonly string[]) =>
      setUrl({
        columns: isSame(next, stored?.columns ?? defaults.columns) ? undefined : next.join(','),
      }),
    setGroupBy: (next: string | null) =>
      setUrl({ group: next === (stored?.groupBy ?? null) ? undefined : (next ?? none) }),
    setAggregates: (next: Record<string, Aggregate>) =>
      setUrl({ sums: isSame(next, stored?.aggregates ?? {}) ? undefined : aggregatesText(next) || none }),
    setPeek: (id: string | undefined) => setUrl({ peek: id }),
    reset: () => setUrl(untouched),
  }
}

const changeable = ['filter', 'sort', 'columns', 'group', 'sums'] as const
const untouched = {
  filter: undefined,
  sort: undefined,
  columns: undefined,
  group: undefined,
  sums: undefined,
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Field → aggregate as the query string of summaries has it. */
export const aggregatesText = (aggregates: Record<string, Aggregate>): string =>
  Object.entries(aggregates)
    .map(([field, how]) => `${field}.${how}`)
    .join(',')

const aggregatesIn = (text: string): Record<string, Aggregate> =>
  Object.fromEntries(
    text.split(',').flatMap((part): [string, Aggregate][] => {
      const at = part.lastIndexOf('.')
      const how = Aggregate.safeParse(part.slice(at + 1))
      return how.success ? [[part.slice(0, at), how.data]] : []
    }),
  )

const sortText = (keys: readonly SortKey[]) =>
  keys.map(({ id, direction }) => (direction === 'desc' ? `-${id}` : id)).join(',')

/** `-updatedAt,name` as the grid knows it. */
export const sortKeysOf = (sort: string): SortKey[] =>
  sort
    .split(',')
    .map((part) =>
      part.startsWith('-') ? { id: part.slice(1), direction: 'desc' } : { id: part, direction: 'asc' },
    )

/** The chosen columns in their order as the grid's layout: all others hidden, after them. */
export function layoutOf(
  all: readonly string[],
  chosen: readonly string[],
  widths: Record<string, number>,
): ColumnLayout {
  const hidden = all.filter((id) => !chosen.includes(id))
  return { order: [...chosen, ...hidden], hidden, widths }
}

/** The shown columns of a layout in order. */
export const columnsOf = ({ order = [], hidden = [] }: ColumnLayout): string[] =>
  order.filter((id) => !hidden.includes(id))
