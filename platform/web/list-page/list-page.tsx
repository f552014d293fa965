import { EmptyState, PageHeader, SearchField, useFormat } from '@peyvand/ui'
import {
  DataGrid,
  type DataGridColumn,
  type DataGridProps,
  FilterChips,
  type GridSelection,
  noSelection,
  type Filter as UiFilter,
  useDataTexts,
} from '@peyvand/ui/data'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { AnyRoute, Filter, ListField, Selection } from '../../contract/index.ts'
import { useT } from '../i18n.ts'
import { useProblemText } from '../problem-text.ts'
import { useRoutePages } from '../query.ts'
import { GroupBy } from './group-by.tsx'
import { useListServices } from './list-services.ts'
import { ListViews } from './list-views.tsx'
import { type ListRelations, useFilterFields } from './use-filter-fields.ts'
import { columnsOf, layoutOf, sortKeysOf, useListState } from './use-list-state.ts'
import { useListTotals } from './use-list-totals.ts'
import { usePeekKeys } from './use-peek-keys.ts'

export interface ListPageProps<Row> {
  /** Names the list for saved views: `parties.customers`. */
  list: string
  title: string
  /** Under the title: tabs that lead to sister lists. */
  below?: ReactNode
  route: AnyRoute
  /** Counts and values of the list; with it there are groups and footers. */
  summaryRoute?: AnyRoute
  /** Always applied, beneath what the user filters: the group of the menu. */
  baseFilter?: Filter
  fields: Readonly<Record<string, ListField>>
  /** Related records that the filter may ask for. */
  relations?: ListRelations
  columns: readonly DataGridColumn<Row>[]
  defaultColumns: readonly string[]
  defaultSort: string
  rowId?: (row: Row) => string
  rowLabel: (row: Row) => string
  onOpen: (row: Row) => void
  /** The record beside the list; without it a press opens the record. */
  renderPeek?: (peek: ListPeek) => ReactNode
  /** Buttons of the bar over the header while rows are selected. */
  bulkActions?: (selection: Selection, count: number, clear: () => void, look: ListLook) => ReactNode
  renderCard?: (row: Row) => ReactNode
  /** Writes cells pasted into a row. */
  saveCells?: DataGridProps<Row>['saveCells']
  /** Buttons at the end of the page header; `shown` and `look` are what the list shows now, for exports. */
  actions?: (shown: Selection, look: ListLook) => ReactNode
  /** Shown when the firm has none yet, with what to do. */
  empty: ReactNode
  searchLabel: string
}

export interface ListPeek {
  id: string
  /** «۳ از ۲۱۴» */
  place: string
  close: () => void
  /** To the record after or before it in the list. */
  walk: (step: 1 | -1) => void
}

/** The columns that a list shows, in order, and its sort. */
export interface ListLook {
  columns: readonly string[]
  sort: string
}

interface Page<Row> {
  items: Row[]
  total: { value: number; exact: boolean }
}

/** The one list page of the product: views, filter, search, groups, grid, bulk work, peek; all state in the address. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { list, title, fields, columns, rowId = idOf, baseFilter } = props
  const t = useT()
  const problem = useProblemText()
  const words = useDataTexts()
  const format = useFormat()
  // The app gives its services once, so the hook stays the same.
  // oxlint-disable-next-line react/hooks
  const stored = useListServices().useViews(list)
  const state = useListState(stored.views, { columns: props.defaultColumns, sort: props.defaultSort })
  const { definition } = state
  const sort = definition.sort ?? props.defaultSort
  const [selection, setSelection] = useState<GridSelection>(noSelection)
  const [typed, setTyped] = useState(state.q)
  const q = useDeferredValue(typed.trim())
  useEffect(() => {
    if (q !== state.q) state.setQ(q)
  }, [q, state])

  const filter = useMemo(() => bothOf(baseFilter, definition.filter), [baseFilter, definition.filter])
  const isGrouped = props.summaryRoute !== undefined && definition.groupBy !== null
  const pages = useRoutePages(
    props.route,
    {
      query: {
        limit: 60,
        sort,
        ...(filter ? { filter: JSON.stringify(filter) } : {}),
        ...(state.q ? { q: state.q } : {}),
      },
    } as never,
    // Which view the list opens with has to be known first.
    { enabled: !isGrouped && !stored.isLoading },
  )
  const loaded = pages.data?.pages as Page<Row>[] | undefined
  const flatRows = useMemo(() => (loaded ?? []).flatMap((page) => page.items), [loaded])
  const totals = useListTotals<Row>({
    ...props,
    state,
    filter,
    sort,
    isGrouped,
    listed: loaded?.[0]?.total,
  })
  const filterable = useFilterFields(fields, props.relations, {
    filter: definition.filter,
    alsoNamed: totals.partyKeys,
  })
  const grid = totals.gridProps(filterable.fields)
  const rows = isGrouped ? (grid.groups ?? []).flatMap((group) => group.rows) : flatRows
  const isFiltered = definition.filter !== null || state.q !== ''

  const shown = useMemo<Selection>(
    () => ({ all: true, ...(filter ? { filter } : {}), ...(state.q ? { q: state.q } : {}) }),
    [filter, state.q],
  )
  const toSelection = (picked: GridSelection): Selection =>
    picked.mode === 'ids' ? { ids: [...picked.ids] } : { ...shown, all: true, except: [...picked.except] }

  const allIds = useMemo(() => columns.map(({ id }) => id), [columns])
  const layout = useMemo(
    () => layoutOf(allIds, definition.columns, definition.widths),
    [allIds, definition.columns, definition.widths],
  )
  const look = { columns: definition.columns, sort }
  const walk = (step: 1 | -1) => {
    const at = rows.findIndex((row) => rowId(row) === state.peek)
    const next = rows[at + step]
    if (next) state.setPeek(rowId(next))
  }
  const peekedAt = rows.findIndex((row) => rowId(row) === state.peek)
  const peeked = rows[peekedAt]
  const place = peeked
    ? words.placeOf(format.number(peekedAt + 1), format.number(grid.total?.value ?? rows.length))
    : ''
  const close = () => state.setPeek(undefined)
  usePeekKeys(state.peek !== undefined && props.renderPeek !== undefined, {
    walk,
    open: () => peeked && props.onOpen(peeked),
    close,
  })
  const error = (isGrouped ? null : pages.error) ?? totals.error

  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <PageHeader title={title} actions={props.actions?.(shown, look)} />
      {props.below}
      {(stored.views.length > 0 || state.isChanged) && (
        <ListViews stored={stored} state={state} onOpened={() => setSelection(noSelection)} />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={props.searchLabel}
          value={typed}
          onChange={setTyped}
          className="w-72 max-w-full max-sm:w-full"
        />
        {props.summaryRoute && (
          <GroupBy fields={fields} value={definition.groupBy} onChange={state.setGroupBy} />
        )}
        <FilterChips
          fields={filterable.fields}
          relations={filterable.relations}
          value={definition.filter as UiFilter | null}
          onChange={(next) => state.setFilter(next as Filter | null)}
        />
      </div>
      <div className="flex min-h-0 flex-1 gap-3">
        <DataGrid
          className="min-h-0 min-w-0 flex-1"
          label={title}
          rows={flatRows}
          rowId={rowId}
          rowLabel={props.rowLabel}
          columns={columns}
          layout={layout}
          onLayoutChange={(next) => state.setColumns(columnsOf(next))}
          sort={sortKeysOf(sort)}
          onSortChange={state.setSort}
          {...(props.bulkActions
            ? {
                selection,
                onSelectionChange: setSelection,
                bulkActions: (picked: GridSelection, count: number) =>
                  props.bulkActions?.(toSelection(picked), count, () => setSelection(noSelection), look),
              }
            : {})}
          {...grid}
          isLoading={isGrouped ? totals.isLoading : pages.isLoading || pages.isPlaceholderData}
          isLoadingMore={pages.isFetchingNextPage}
          onEndReached={() => {
            if (!isGrouped && pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
          }}
          error={error ? problem(error) : null}
          onRetry={() => void (isGrouped ? totals.retry() : pages.refetch())}
          onOpen={props.onOpen}
          onPress={props.renderPeek ? (row) => state.setPeek(rowId(row)) : props.onOpen}
          currentId={state.peek}
          {...(props.renderCard ? { renderCard: props.renderCard } : {})}
          {...(props.saveCells ? { saveCells: props.saveCells } : {})}
          empty={
            isFiltered ? (
              <EmptyState title={t('web.nothingMatches')}>{t('web.nothingMatchesHint')}</EmptyState>
            ) : (
              props.empty
            )
          }
        />
        {state.peek && props.renderPeek?.({ id: state.peek, place, close, walk })}
      </div>
    </div>
  )
}

const idOf = (row: unknown) => (row as { id: string }).id

function bothOf(a: Filter | undefined, b: Filter | null): Filter | null {
  if (a && b) return { and: [a, b] }
  return a ?? b
}
