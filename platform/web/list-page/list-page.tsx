import { EmptyState, PageHeader, SearchField } from '@peyvand/ui'
import {
  DataGrid,
  type DataGridColumn,
  FilterChips,
  type GridSelection,
  noSelection,
  type Filter as UiFilter,
  ViewTabs,
} from '@peyvand/ui/data'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { AnyRoute, Filter, ListField, Selection } from '../../contract/index.ts'
import { useT } from '../i18n.ts'
import { useProblemText } from '../problem-text.ts'
import { useRoutePages } from '../query.ts'
import { useListServices } from './list-services.ts'
import { type ListRelations, useFilterFields } from './use-filter-fields.ts'
import { columnsOf, everythingView, layoutOf, sortKeysOf, useListState } from './use-list-state.ts'

export interface ListPageProps<Row> {
  /** Names the list for saved views: `parties.customers`. */
  list: string
  title: string
  /** Under the title: tabs that lead to sister lists. */
  below?: ReactNode
  route: AnyRoute
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
  renderPeek?: (id: string, close: () => void, walk: (step: 1 | -1) => void) => ReactNode
  /** Buttons of the bar over the header while rows are selected. */
  bulkActions?: (selection: Selection, count: number, clear: () => void, look: ListLook) => ReactNode
  renderCard?: (row: Row) => ReactNode
  /** Buttons at the end of the page header; `shown` and `look` are what the list shows now, for exports. */
  actions?: (shown: Selection, look: ListLook) => ReactNode
  /** Shown when the firm has none yet, with what to do. */
  empty: ReactNode
  searchLabel: string
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

/** The one list page of the product: views, filter, search, grid, bulk work, peek; all state in the address. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { list, title, fields, columns, rowId = idOf, baseFilter } = props
  const t = useT()
  const problem = useProblemText()
  // The app gives its services once, so the hook stays the same.
  // oxlint-disable-next-line react/hooks
  const stored = useListServices().useViews(list)
  const state = useListState(stored.views, { columns: props.defaultColumns, sort: props.defaultSort })
  const filterable = useFilterFields(fields, props.relations, { filter: state.filter })
  const [selection, setSelection] = useState<GridSelection>(noSelection)
  const [typed, setTyped] = useState(state.q)
  const q = useDeferredValue(typed.trim())
  useEffect(() => {
    if (q !== state.q) state.setQ(q)
  }, [q, state])

  const filter = useMemo(() => bothOf(baseFilter, state.filter), [baseFilter, state.filter])
  const pages = useRoutePages(props.route, {
    query: {
      limit: 60,
      sort: state.sort,
      ...(filter ? { filter: JSON.stringify(filter) } : {}),
      ...(state.q ? { q: state.q } : {}),
    },
  } as never)
  const loaded = pages.data?.pages as Page<Row>[] | undefined
  const rows = useMemo(() => (loaded ?? []).flatMap((page) => page.items), [loaded])
  const total = loaded?.[0]?.total
  const isFiltered = state.filter !== null || state.q !== ''

  const shown = useMemo<Selection>(
    () => ({ all: true, ...(filter ? { filter } : {}), ...(state.q ? { q: state.q } : {}) }),
    [filter, state.q],
  )
  const toSelection = (picked: GridSelection): Selection =>
    picked.mode === 'ids' ? { ids: [...picked.ids] } : { ...shown, all: true, except: [...picked.except] }

  const allIds = useMemo(() => columns.map(({ id }) => id), [columns])
  const layout = useMemo(
    () => layoutOf(allIds, state.columns, state.definition.widths),
    [allIds, state.columns, state.definition.widths],
  )
  const look = { columns: state.columns, sort: state.sort }
  const walk = (step: 1 | -1) => {
    const at = rows.findIndex((row) => rowId(row) === state.peek)
    const next = rows[at + step]
    if (next) state.setPeek(rowId(next))
  }

  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <PageHeader title={title} actions={props.actions?.(shown, look)} />
      {props.below}
      {(stored.views.length > 0 || state.isChanged) && (
        <ViewTabs
          views={[{ id: everythingView, name: t('web.allRecords') }, ...stored.views]}
          value={state.viewId}
          onChange={(id) => {
            setSelection(noSelection)
            state.setView(id)
          }}
          isChanged={state.isChanged}
          onSave={() => {
            if (state.view)
              void stored.save(state.view.id, { definition: state.definition }).then(state.reset)
          }}
          onSaveAs={(name) => void stored.create(name, state.definition).then(state.setView)}
          onReset={state.reset}
          onRename={(id, name) => void stored.save(id, { name })}
          onShare={(id, isPublic) => void stored.save(id, { isPublic })}
          onDelete={(id) => void stored.remove(id).then(() => state.setView(everythingView))}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={props.searchLabel}
          value={typed}
          onChange={setTyped}
          className="w-72 max-w-full max-sm:w-full"
        />
        <FilterChips
          fields={filterable.fields}
          relations={filterable.relations}
          value={state.filter as UiFilter | null}
          onChange={(next) => state.setFilter(next as Filter | null)}
        />
      </div>
      <DataGrid
        className="min-h-0 flex-1"
        label={title}
        rows={rows}
        rowId={rowId}
        rowLabel={props.rowLabel}
        columns={columns}
        layout={layout}
        onLayoutChange={(next) => state.setColumns(columnsOf(next))}
        sort={sortKeysOf(state.sort)}
        onSortChange={state.setSort}
        {...(props.bulkActions
          ? {
              selection,
              onSelectionChange: setSelection,
              bulkActions: (picked: GridSelection, count: number) =>
                props.bulkActions?.(toSelection(picked), count, () => setSelection(noSelection), look),
            }
          : {})}
        {...(total ? { total } : {})}
        isLoading={pages.isLoading || pages.isPlaceholderData}
        isLoadingMore={pages.isFetchingNextPage}
        onEndReached={() => {
          if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
        }}
        error={pages.error ? problem(pages.error) : null}
        onRetry={() => void pages.refetch()}
        onOpen={props.onOpen}
        onPress={props.renderPeek ? (row) => state.setPeek(rowId(row)) : props.onOpen}
        currentId={state.peek}
        {...(props.renderCard ? { renderCard: props.renderCard } : {})}
        empty={
          isFiltered ? (
            <EmptyState title={t('web.nothingMatches')}>{t('web.nothingMatchesHint')}</EmptyState>
          ) : (
            props.empty
          )
        }
      />
      {state.peek && props.renderPeek?.(state.peek, () => state.setPeek(undefined), walk)}
    </div>
  )
}

const idOf = (row: unknown) => (row as { id: string }).id

function bothOf(a: Filter | undefined, b: Filter | null): Filter | null {
  if (a && b) return { and: [a, b] }
  return a ?? b
}
