import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import type { ListField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Bdi, Link, useFormat } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import type { ReactNode } from 'react'
import type { DealRow } from '../../contract/index.ts'
import { FollowUpText } from '../follow-up-text.tsx'
import { OutcomeMark } from '../outcome-mark.tsx'
import { usePipelines } from '../use-pipelines.ts'

type Cell = (row: DealRow) => ReactNode

const widths: Record<string, number> = { title: 260, partyName: 200, amount: 170, stage: 150, number: 110 }

/** Fields that filters know beside the column that shows them. */
const notShown = new Set(['party', 'owner', 'team', 'createdBy', 'competitor', 'lostTo', 'productName'])

/** Columns of the list of deals: every field that rows carry, with the firm's own. */
export function useDealColumns(fields: Readonly<Record<string, ListField>>): DataGridColumn<DealRow>[] {
  const cells = useCells()
  return Object.entries(fields)
    .filter(([key]) => !notShown.has(key))
    .map(([key, field]) => ({
      id: key,
      header: field.label,
      cell: cells[key] ?? (() => null),
      width: widths[key] ?? 150,
      sortable: field.sortable ?? false,
      ...(field.type === 'money' && { align: 'end' as const }),
      ...(key === 'title' && { sticky: true, hideable: false }),
    }))
}

function useCells(): Record<string, Cell> {
  const t = useT()
  const format = useFormat()
  const own = useCustomFields('deals', [])
  const inWords = useCustomWords()
  const pipelines = usePipelines()
  const party = (ref: DealRow['contact']) => ref && <Link href={`/parties/${ref.id}`}>{ref.name}</Link>
  const moment = (at: string | null) => at && <time dateTime={at}>{format.dateTime(at, 'short')}</time>
  return {
    title: ({ title }) => <bdi className="truncate font-medium">{title}</bdi>,
    number: ({ number }) => <Bdi>{format.digits(number)}</Bdi>,
    pipeline: ({ pipelineId }) => pipelines?.find(({ id }) => id === pipelineId)?.name,
    stage: ({ stage, outcome }) => <OutcomeMark outcome={outcome}>{stage.name}</OutcomeMark>,
    outcome: ({ outcome }) => t(`pipeline.outcome.${outcome}`),
    partyName: (row) => party(row.party),
    contact: ({ contact }) => party(contact),
    competitorName: ({ competitors }) => format.list(competitors.map(({ name }) => name)),
    lostToName: ({ lostTo }) => party(lostTo),
    amount: ({ amount }) => amount !== null && format.money(amount),
    ownerName: ({ owner }) => owner?.name,
    teamName: ({ team }) => team?.name,
    expectedCloseOn: ({ expectedCloseOn }) => expectedCloseOn && format.date(expectedCloseOn),
    nextFollowUpAt: ({ nextFollowUpAt }) => nextFollowUpAt && <FollowUpText at={nextFollowUpAt} />,
    priority: ({ priority }) => t(`activities.priority.${priority}`),
    source: ({ source }) => source?.name,
    lostReason: ({ lostReason }) => lostReason?.name,
    stageSince: ({ stageSince }) => format.relative(stageSince),
    closedAt: ({ closedAt }) => moment(closedAt),
    createdAt: ({ createdAt }) => moment(createdAt),
    updatedAt: ({ updatedAt }) => format.relative(updatedAt),
    ...Object.fromEntries(
      own.map((field) => [`custom.${field.key}`, (row: DealRow) => inWords(field, row.custom[field.key])]),
    ),
  }
}

/** A row on a phone. */
export const DealRowCard = ({ row }: { row: DealRow }) => {
  const format = useFormat()
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex items-center gap-2">
        <bdi className="min-w-0 flex-1 truncate font-medium">{row.title}</bdi>
        <OutcomeMark outcome={row.outcome}>{row.stage.name}</OutcomeMark>
      </span>
      <span className="flex gap-2 text-meta text-muted">
        <span className="min-w-0 flex-1 truncate">{row.party.name}</span>
        {row.amount !== null && <span>{format.money(row.amount)}</span>}
      </span>
    </span>
  )
}
