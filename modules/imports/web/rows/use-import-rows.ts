import { type ImportRow, listImportRowsRoute } from '@peyvand/imports/contract'
import { callApi, routeKey } from '@peyvand/platform/web'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

export interface RowsFilter {
  outcome: ImportRow['outcome']
  code?: string | undefined
  column?: number | undefined
}

const rowsAtOnce = 50

/** The rows of an import as judged, page after page. */
export function useImportRows(id: string, filter: RowsFilter) {
  const queryOf = (after: number) => ({
    outcome: filter.outcome,
    ...(filter.code === undefined ? {} : { code: filter.code }),
    ...(filter.column === undefined ? {} : { column: String(filter.column) }),
    after: String(after),
    limit: String(rowsAtOnce),
  })
  const pages = useInfiniteQuery({
    queryKey: [...routeKey(listImportRowsRoute, { id, ...filter }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      callApi(listImportRowsRoute, { params: { id }, query: queryOf(pageParam) }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { ...pages, rows: pages.data?.pages.flatMap(({ items }) => items) }
}
