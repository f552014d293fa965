import { KpiTile, useFormat } from '@peyvand/ui'
import type { AnyRoute, Filter, ListSummary } from '../../contract/index.ts'
import { useRoute } from '../query.ts'

interface Props {
  label: string
  /** The summary of the list. */
  route: AnyRoute
  /** The address of the list's page. */
  page: string
  filter: Filter
  /** A field of money whose sum stands below the number. */
  sum?: string
}

const refetchInterval = 5 * 60_000

/** How many of a list a filter matches of what the user may see, and what they come to; leads to exactly these. */
export const ListFigure = ({ label, route, page, filter, sum }: Props) => {
  const format = useFormat()
  const written = JSON.stringify(filter)
  const query = { filter: written, ...(sum ? { aggregates: `${sum}.sum` } : {}) }
  const { data, error } = useRoute(route, { query } as never, { refetchInterval })
  if (error) return null
  const summary = data as ListSummary | undefined
  const amount = summary?.values[`${sum}.sum`]
  return (
    <KpiTile
      label={label}
      figure={summary ? format.number(summary.count) : '…'}
      href={`${page}?filter=${encodeURIComponent(written)}`}
      {...(sum && { note: amount ? format.money(amount) : '—' })}
    />
  )
}
