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
import type { Aggregate, AnyRoute, Filter, ListField } from '../../contract/index.ts'
import { type GroupHead, useListGroups } from './use-list-groups.ts'
import { aggregatesText, type useListState } from './use-list-state.ts'
import {
  groupingOf,
  groupingsOf,
  type SummaryWords,
  useListSummary,
  useSummaryWords,
} from './use-list-summary.ts'

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
  const groupings = isGrouped ? groupingsOf(groupBy) : []
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
    groupBy: groupings[0] ?? null,
    aggregates,
    isCounted: counted === asked,
  })
  const groups = useListGroups<Row>({
    route: list.route,
    summaryRoute,
    thenBy: groupings[1] ?? null,
    aggregates: aggregatesText(aggregates),
    groups: isGrouped ? summary?.groups : undefined,
    filter,
    sort: list.sort,
    q: state.q,
  })
  const exact = summary && (isGrouped || (counted === asked && !isFetching))
  const total = exact ? { value: summary.count, exact: true } : listed
  const namesParties = groupings.map((by) => fields[groupingOf(by, fields).field]?.type === 'party')

  const gridGroup = ({ group, ...head }: GroupHead<Row>, words: SummaryWords): GridGroup<Row> => ({
    ...head,
    label: words.group(groupings[head.level] ?? '', group.key),
    count: group.count,
    values: Object.fromEntries(
      columns.flatMap(({ id, field = id }): [string, string][] => {
        const how = aggregates[field]
        const value = how && group.values[`${field}.${how}`]
        return how && value !== undefined ? [[id, words.aggregate(field, how, value)]] : []
      }),
    ),
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
    partyKeys: namesParties.includes(true)
      ? groups.heads.flatMap(({ level, group }) => (namesParties[level] ? (group.key ?? []) : []))
      : noKeys,
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
        ...(isGrouped
          ? {
              groups: groups.heads.map((head) => gridGroup(head, words)),
              onToggleGroup: groups.toggle,
              onMoreOfGroup: groups.more,
              ...(summary?.hasMoreGroups || groups.hasMoreInside ? { footer: t.moreGroups } : {}),
            }
          : {}),
      }
    },
  }
}

const noKeys: readonly string[] = []
