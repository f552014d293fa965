import { formatMonth } from '@peyvand/persian'
import type { Filter } from '@peyvand/platform/contract'
import { type T, useT } from '@peyvand/platform/web'
import { type Format, useFormat, useUi } from '@peyvand/ui'
import type { DealRow, ForecastColumn, Pipeline } from '../../contract/index.ts'
import { CardColumn } from '../board/card-column.tsx'
import { ColumnHead } from '../board/column-head.tsx'

/** Tells the columns of a forecast apart. */
export const columnId = ({ kind, from }: ForecastColumn): string => (kind === 'month' ? `${from}` : kind)

type Props = {
  column: ForecastColumn
  /** All of them, for the menu of a card. */
  columns: readonly ForecastColumn[]
  pipeline: Pipeline
  filter: Filter | null
  q: string
  moving: { deal: DealRow; columnId: string } | null
  known: Map<string, DealRow>
  isCompact: boolean
  onMove: (deal: DealRow, to: ForecastColumn) => void
}

/** The deals that are expected to close in a Jalali month, or late, later or some day. */
export const MonthColumn = ({ column, columns, pipeline, filter, known, onMove, ...rest }: Props) => {
  const t = useT()
  const name = useColumnName()
  const format = useFormat()
  const and = [...spanFilter(pipeline, column), ...(filter ? [filter] : [])]
  return (
    <CardColumn
      {...rest}
      known={known}
      id={columnId(column)}
      label={name(column)}
      empty={t('pipeline.noDealsThen')}
      filter={{ and }}
      sort="expectedCloseOn"
      movesOf={(deal) =>
        columns
          .filter((to) => to !== column && takesCards(to))
          .map((to) => ({ id: columnId(to), label: name(to), move: () => onMove(deal, to) }))
      }
      {...(takesCards(column) && {
        onDrop: (id: string) => {
          const deal = known.get(id)
          if (deal) onMove(deal, column)
        },
      })}
      head={
        <ColumnHead title={name(column)} sums={column}>
          {column.kind === 'month' && <span>{daysOf(format, column)}</span>}
        </ColumnHead>
      }
    />
  )
}

/** Nothing is put off into the past. */
const takesCards = ({ kind }: ForecastColumn): boolean => kind !== 'overdue'

/** The deals of a column, as the list finds them. */
export function spanFilter(pipeline: Pipeline, { kind, from, to }: ForecastColumn): Filter[] {
  const field = 'expectedCloseOn'
  const day: Filter[] =
    kind === 'none'
      ? [{ field, op: 'empty' }]
      : [
          ...(from ? [{ field, op: 'gte' as const, value: from }] : []),
          ...(to ? [{ field, op: 'lte' as const, value: to }] : []),
        ]
  return [
    { field: 'pipeline', op: 'in', value: [pipeline.id] },
    { field: 'outcome', op: 'in', value: ['open', 'hold'] },
    ...day,
  ]
}

/** What a column is called: «آذر ۱۴۰۵», late, later, without a day. */
export function useColumnName(): (column: ForecastColumn) => string {
  const t = useT()
  const { locale } = useUi()
  return ({ kind, from }) => nameOf(t, locale, kind === 'month' ? from : null, kind)
}

const nameOf = (t: T, locale: 'fa' | 'en', month: string | null, kind: ForecastColumn['kind']): string =>
  month ? formatMonth(month, { locale, calendar: 'jalali' }) : t(`pipeline.span.${kind}`)

const daysOf = (format: Format, { from, to }: ForecastColumn): string =>
  [from, to].map((day) => day && format.date(day, 'dayMonth')).join(' – ')
