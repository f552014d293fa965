import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import { provinces } from '@peyvand/persian/provinces'
import type { ListField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Bdi, useFormat, useUi } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import type { ReactNode } from 'react'
import { type LeadRow, leadGroup } from '../../contract/index.ts'
import { ClockMark } from '../lead/clock-mark.tsx'
import { StateMark } from '../lead/state-mark.tsx'

const widths: Record<string, number> = {
  name: 210,
  state: 135,
  clock: 190,
  phone: 135,
  source: 130,
  ownerName: 125,
  arrivedAt: 165,
  score: 90,
  number: 110,
}

/** Fields that filters know beside the column that shows them. */
const notShown = new Set(['owner', 'team', 'tags'])

/** Columns of the list of leads. */
export function useLeadColumns(fields: Readonly<Record<string, ListField>>): DataGridColumn<LeadRow>[] {
  const cells = useCells()
  return Object.entries(fields)
    .filter(([key]) => !notShown.has(key))
    .map(([key, field]) => ({
      id: key,
      header: field.label,
      cell: cells[key] ?? (() => null),
      width: widths[key] ?? 150,
      sortable: field.sortable ?? false,
      ...(field.type === 'number' && { align: 'end' as const }),
      ...(key === 'name' && { sticky: true, hideable: false }),
    }))
}

function useCells(): Record<string, (row: LeadRow) => ReactNode> {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const own = useCustomFields('parties', ['person', 'organization', leadGroup])
  const inWords = useCustomWords()
  const moment = (at: string | null) => at && <time dateTime={at}>{format.dateTime(at, 'short')}</time>
  const number = (value: number | null) => value !== null && format.number(value)
  return {
    name: ({ name }) => <bdi className="truncate font-medium">{name}</bdi>,
    number: (row) => row.number && <Bdi>{format.digits(row.number)}</Bdi>,
    phone: ({ phone }) => phone && <Bdi>{format.phone(phone)}</Bdi>,
    state: ({ state }) => <StateMark state={state} />,
    clock: ({ clock }) => <ClockMark clock={clock} />,
    respondBy: ({ clock }) => moment(clock.respondBy),
    respondedAt: ({ clock }) => moment(clock.respondedAt),
    responseMinutes: ({ clock }) => number(clock.minutes),
    score: ({ score }) => number(score),
    source: ({ source }) => source?.name,
    ownerName: ({ owner }) => owner?.name,
    teamName: ({ team }) => team?.name,
    productGroup: ({ productGroup }) => productGroup?.name,
    province: ({ province }) => provinces.find(({ code }) => code === province)?.[locale] ?? province,
    city: ({ city }) => city,
    unfitReason: ({ unfitReason }) => unfitReason?.name,
    origin: ({ origin }) => t(`leads.origin.${origin}`),
    arrivedAt: ({ arrivedAt }) => moment(arrivedAt),
    lastContactAt: ({ lastContactAt }) => lastContactAt && format.relative(lastContactAt),
    ...Object.fromEntries(
      own.map((field) => [`custom.${field.key}`, (row: LeadRow) => inWords(field, row.custom[field.key])]),
    ),
  }
}
