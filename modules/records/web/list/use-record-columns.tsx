import { TagList } from '@peyvand/customization/web'
import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import type { ListField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Bdi, Link, useFormat } from '@peyvand/ui'
import { type DataGridColumn, editableCell } from '@peyvand/ui/data'
import { Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import { type RecordKind, type RecordRow, recordTypeOf } from '../../contract/index.ts'
import { StateMark } from '../display/state-mark.tsx'
import type { RecordEdit } from './use-record-edits.ts'

type Cell = (row: RecordRow) => ReactNode

const noEdits = {}

const widths: Record<string, number> = { title: 280, number: 110, partyName: 200, tags: 180, state: 130 }

/** Fields that filters know beside the column that shows them. */
const notShown = new Set(['party', 'owner', 'team', 'createdBy'])

/** Columns of a kind's list: every field that rows carry, with the kind's own. */
export function useRecordColumns(
  kind: RecordKind,
  fields: Readonly<Record<string, ListField>>,
  edits: Readonly<Record<string, RecordEdit>> = noEdits,
): DataGridColumn<RecordRow>[] {
  const cells = useCells(kind)
  return Object.entries(fields)
    .filter(([key]) => !notShown.has(key))
    .map(([key, field]): DataGridColumn<RecordRow> => {
      const edit = edits[key]
      return {
        id: key,
        header: field.label,
        cell: cells[key] ?? (() => null),
        width: widths[key] ?? 150,
        sortable: field.sortable ?? false,
        ...(key === 'title' && { sticky: true, hideable: false }),
        ...(edit && { edit: editableCell(edit) }),
      }
    })
}

function useCells(kind: RecordKind): Record<string, Cell> {
  const t = useT()
  const format = useFormat()
  const own = useCustomFields(recordTypeOf(kind.key), [])
  const inWords = useCustomWords()
  return {
    title: (row) => <TitleCell row={row} />,
    number: ({ number }) => <Bdi>{format.digits(number)}</Bdi>,
    state: ({ state }) => <StateMark kind={kind} state={state} />,
    partyName: ({ party }) => party && <Link href={`/parties/${party.id}`}>{party.name}</Link>,
    ownerName: ({ owner }) => owner?.name,
    teamName: ({ team }) => team?.name,
    tags: ({ tags }) => <TagList tags={tags} isOneLine />,
    source: ({ source }) => t(`records.source.${source}`),
    createdAt: ({ createdAt }) => <time dateTime={createdAt}>{format.dateTime(createdAt, 'short')}</time>,
    updatedAt: ({ updatedAt }) => format.relative(updatedAt),
    ...Object.fromEntries(
      own.map((field) => [`custom.${field.key}`, (row: RecordRow) => inWords(field, row.custom[field.key])]),
    ),
  }
}

const TitleCell = ({ row }: { row: RecordRow }) => {
  const t = useT()
  return (
    <span className="flex min-w-0 items-center gap-2">
      <bdi className="truncate font-medium">{row.title}</bdi>
      {row.fileCount > 0 && (
        <Paperclip size={13} className="shrink-0 text-muted" aria-label={t('files.attachments')} />
      )}
    </span>
  )
}

/** A row on a phone. */
export const RecordCard = ({ kind, row }: { kind: RecordKind; row: RecordRow }) => {
  const format = useFormat()
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex items-center gap-2">
        <bdi className="min-w-0 flex-1 truncate font-medium">{row.title}</bdi>
        <StateMark kind={kind} state={row.state} />
      </span>
      <span className="flex gap-2 text-meta text-muted">
        <span className="min-w-0 flex-1 truncate">{row.party?.name ?? row.owner?.name}</span>
        <Bdi>{format.digits(row.number)}</Bdi>
      </span>
    </span>
  )
}
