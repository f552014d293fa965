import type {
  DataGridColumn,
  DataGridProps,
  FilterField,
  GridFooter,
  GridGroup,
  GridTotal,
} from '@peyvand/ui/data'
import { useDataTexts } from '@peyvand/ui/data'
import { useState } from 'react'
import type { Aggregate, AnyRoute, Filter, ListField, ListGroup } from '../../contract/index.ts'
import { useListGroups } from './use-list-groups.ts'
import type { useListState } from './use-list-state.ts'
import { groupingOf, type SummaryWords, useListSummary, useSummaryWords } from './use-list-summary.ts'

interface ListTotals<Row> {
  route: AnyRoute
  summaryRoute?: AnyRoute
  fields: Readonly<Record<string, ListField>>
  columns: readonly DataGridColumn<Row>[]
  state: ReturnType<typeof useListState>
  filter: Filter | null
  sort: string
  isGrouped: boolean
  /** The number that the list's first page told. */
  listed: GridTotal | undefined
}

/** Groups, footers and the exact number of a list, as its grid shows them. */
export function useListTotals<Row>(list: ListTotals<Row>) {
  const { summaryRoute, fields, columns, state, filter, isGrouped, listed } = list
  const { groupBy, aggregates } = state.definition
  const t = useDataTexts()
  const wordsFor = useSummaryWords(fields)
  // What was counted belongs to one filter; another one is estimated again.
  const asked = JSON.stringify([filter, state.q])
  const [counted, setCounted] = useState<string | null>(null)
  const [hasFooters, setFooters] = useState(false)
  const { summary, error, isFetching, refetch } = useListSummary({
    route: summaryRoute,
    filter,
    q: state.q,
    groupBy: isGrouped ? groupBy : null,
    aggregates,
    isCounted: counted === asked,
  })
  const groups = useListGroups<Row>({
    route: list.route,
    groups: isGrouped ? summary?.groups : undefined,
    filter,
    sort: list.sort,
    q: state.q,
  })
  const exact = summary && (isGrouped || (counted === asked && !isFetching))
  const total = exact ? { value: summary.count, exact: true } : listed
  const byParty = isGrouped && groupBy && fields[groupingOf(groupBy, fields).field]?.type === 'party'

  const gridGroup = (group: ListGroup, by: string, words: SummaryWords): GridGroup<Row> => ({
    key: group.key ?? '',
    label: words.group(by, group.key),
    count: group.count,
    values: Object.fromEntries(
      columns.flatMap(({ id, field = id }): [string, string][] => {
        const how = aggregates[field]
        const value = how && group.values[`${field}.${how}`]
        return how && value !== undefined ? [[id, words.aggregate(field, how, value)]] : []
      }),
    ),
    ...groups.rowsOf(group),
  })
  const setAggregate = (columnId: string, how: string | null) => {
    const field = columns.find(({ id }) => id === columnId)?.field ?? columnId
    const { [field]: _, ...others } = aggregates
    state.setAggregates(how === null ? others : { ...others, [field]: how as Aggregate })
  }

  return {
    error,
    isLoading: isGrouped && !summary && !error,
    retry: refetch,
    /** Parties that heads of groups name. */
    partyKeys: byParty ? (summary?.groups ?? []).flatMap(({ key }) => key ?? []) : noKeys,
    gridProps: (filterable: FilterField[]): Partial<DataGridProps<Row>> => {
      const words = wordsFor(filterable)
      const footers = Object.fromEntries(
        columns.flatMap((column): [string, GridFooter][] => {
          const field = column.field ?? column.id
          const possible = fields[field]?.aggregates ?? []
          const chosen = aggregates[field] ?? null
          if (possible.length === 0) return []
          const value = chosen && summary?.values[`${field}.${chosen}`]
          return [
            [
              column.id,
              {
                options: possible.map((id) => ({ id, label: t.aggregates[id] })),
                chosen,
                text: chosen && value !== undefined ? words.aggregate(field, chosen, value) : null,
              },
            ],
          ]
        }),
      )
      const isFooted = hasFooters || Object.keys(aggregates).length > 0
      return {
        ...(total ? { total } : {}),
        ...(summaryRoute && {
          ...(listed && !listed.exact && !state.q ? { onCount: () => setCounted(asked) } : {}),
          onToggleFooters: () => setFooters(!isFooted),
          ...(isFooted ? { footers, onFooterChange: setAggregate } : {}),
        }),
        ...(isGrouped && groupBy
          ? {
              groups: (summary?.groups ?? []).map((group) => gridGroup(group, groupBy, words)),
              onToggleGroup: groups.toggle,
              onMoreOfGroup: groups.more,
              ...(summary?.hasMoreGroups ? { footer: t.moreGroups } : {}),
            }
          : {}),
      }
    },
  }
}

const noKeys: readonly string[] = []
