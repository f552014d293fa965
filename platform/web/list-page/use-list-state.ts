import type { ColumnLayout, SortKey } from '@peyvand/ui/data'
import { useMemo } from 'react'
import { z } from 'zod'
import { Filter, SortText } from '../../contract/index.ts'
import { useUrlState } from '../url-state.ts'
import type { StoredView, ViewDefinition } from './list-services.ts'

export const everythingView = 'all'

const ListState = z.object({
  view: z.string().optional().catch(undefined),
  q: z.coerce.string().optional().catch(undefined),
  /** `null` in the address means: the view's filter was taken away. */
  filter: Filter.or(z.literal('none')).optional().catch(undefined),
  sort: SortText.optional().catch(undefined),
  columns: z.string().optional().catch(undefined),
  peek: z.string().optional().catch(undefined),
})

interface ListDefaults {
  columns: readonly string[]
  sort: string
}

/** What a list shows, from its address over its saved view over its defaults. */
export function useListState(views: readonly StoredView[], defaults: ListDefaults) {
  const [url, setUrl] = useUrlState(ListState)
  const view = views.find(({ id }) => id === url.view)
  const stored = view?.definition
  const filter = url.filter === 'none' ? null : (url.filter ?? stored?.filter ?? null)
  const sort = url.sort ?? stored?.sort ?? defaults.sort
  const columns = useMemo(
    () =>
      url.columns?.split(',') ??
      (stored && stored.columns.length > 0 ? stored.columns : [...defaults.columns]),
    [url.columns, stored, defaults.columns],
  )
  const definition: ViewDefinition = { columns, widths: stored?.widths ?? {}, filter, sort }
  return {
    viewId: view?.id ?? everythingView,
    view,
    q: url.q ?? '',
    filter,
    sort,
    columns,
    peek: url.peek,
    definition,
    isChanged: url.filter !== undefined || url.sort !== undefined || url.columns !== undefined,
    setView: (id: string) =>
      setUrl({ view: id === everythingView ? undefined : id, ...untouched }, { push: true }),
    setQ: (q: string) => setUrl({ q: q || undefined }),
    setFilter: (next: Filter | null) => setUrl({ filter: next ?? (stored?.filter ? 'none' : undefined) }),
    setSort: (keys: readonly SortKey[]) => setUrl({ sort: keys.length > 0 ? sortText(keys) : undefined }),
    setColumns: (next: readonly string[]) => setUrl({ columns: next.join(',') }),
    setPeek: (id: string | undefined) => setUrl({ peek: id }),
    reset: () => setUrl(untouched),
  }
}

const untouched = { filter: undefined, sort: undefined, columns: undefined }

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
