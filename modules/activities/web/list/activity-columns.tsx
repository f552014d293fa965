import { TagList } from '@peyvand/customization/web'
import { localDate } from '@peyvand/persian'
import { type T, useT } from '@peyvand/platform/web'
import { Bdi, cx, type Format, OwnText, useFormat, useUi } from '@peyvand/ui'
import { type DataGridColumn, editableCell } from '@peyvand/ui/data'
import { Lock, Paperclip, Repeat } from 'lucide-react'
import { useMemo } from 'react'
import type { ActivityRow } from '../../contract/index.ts'
import { ActivityIcon } from '../display/activity-icon.tsx'
import { DueText } from '../display/due-text.tsx'
import { StatusMark } from '../display/status-mark.tsx'
import { directionLabel } from '../kinds/direction-label.ts'
import { useOwnColumns } from './own-columns.tsx'
import type { ActivityEdits } from './use-activity-edits.tsx'

type Column = DataGridColumn<ActivityRow>

/** Columns of the lists of activities; those that sort have the name of their field. */
export function useActivityColumns(edits: ActivityEdits): readonly Column[] {
  const t = useT()
  const format = useFormat()
  const { timeZone } = useUi()
  const own = useOwnColumns()
  return useMemo(
    () =>
      [...columns({ t, format, timeZone }), ...own].map((column) => {
        const edit = edits[column.id]
        return edit ? { ...column, edit: editableCell(edit) } : column
      }),
    [t, format, timeZone, edits, own],
  )
}

/** What is shown where the user chose nothing. */
export const defaultColumns = ['subject', 'party', 'at', 'dueAt', 'status', 'resultLabel', 'ownerName']

interface Words {
  t: T
  format: Format
  timeZone: string
}

function columns({ t, format, timeZone }: Words): Column[] {
  const field = (name: string) => t(`activities.field.${name}`)
  const moment = (id: 'occurredAt' | 'plannedAt' | 'doneAt' | 'createdAt' | 'updatedAt'): Column => ({
    id,
    header: field(id),
    width: 150,
    sortable: true,
    cell: (row) => row[id] && <time dateTime={row[id]}>{format.dateTime(row[id], 'short')}</time>,
  })
  return [
    {
      id: 'subject',
      header: field('subject'),
      width: 320,
      sticky: true,
      hideable: false,
      sortable: true,
      cell: (row) => <Subject row={row} />,
    },
    {
      id: 'kind',
      header: t('activities.kind'),
      width: 110,
      sortable: true,
      cell: ({ kind }) => t(`activities.kind.${kind}`),
    },
    {
      id: 'direction',
      header: t('activities.direction'),
      width: 90,
      sortable: true,
      cell: ({ kind, direction }) => (kind === 'task' ? null : directionLabel(t, kind, direction)),
    },
    {
      id: 'party',
      header: field('party'),
      width: 200,
      cell: ({ parties }) =>
        parties.length > 0 && (
          <span className="flex gap-1">
            <OwnText>{parties[0]?.name}</OwnText>
            {parties.length > 1 && (
              <span className="shrink-0 text-muted">
                {t('activities.andOthers', { count: parties.length - 1 })}
              </span>
            )}
          </span>
        ),
    },
    {
      id: 'at',
      header: field('at'),
      width: 150,
      sortable: true,
      cell: ({ at, dueAt, dueAllDay }) => (
        <time dateTime={at}>
          {dueAllDay && at === dueAt
            ? format.date(localDate(at, timeZone), 'short')
            : format.dateTime(at, 'short')}
        </time>
      ),
    },
    {
      id: 'dueAt',
      header: field('dueAt'),
      width: 130,
      sortable: true,
      cell: (row) => <DueText row={{ ...row, plannedAt: null }} />,
    },
    {
      id: 'status',
      header: t('activities.status'),
      width: 140,
      sortable: true,
      cell: (row) => <StatusMark {...row} />,
    },
    {
      id: 'resultLabel',
      field: 'result',
      header: field('result'),
      width: 140,
      sortable: true,
      cell: ({ result }) => result?.name,
    },
    {
      id: 'ownerName',
      field: 'owner',
      header: field('owner'),
      width: 140,
      sortable: true,
      cell: ({ owner }) => owner.name,
    },
    {
      id: 'teamName',
      field: 'team',
      header: field('team'),
      width: 120,
      sortable: true,
      cell: ({ team }) => team?.name,
    },
    {
      id: 'priority',
      header: t('activities.priority'),
      width: 90,
      cell: ({ priority }) => (
        <span
          className={cx(priority === 'urgent' && 'font-medium text-bad', priority === 'low' && 'text-muted')}
        >
          {t(`activities.priority.${priority}`)}
        </span>
      ),
    },
    {
      id: 'number',
      header: field('number'),
      width: 140,
      cell: ({ number }) => number && <Bdi>{format.digits(number)}</Bdi>,
    },
    {
      id: 'durationMinutes',
      field: 'duration',
      header: field('duration'),
      width: 110,
      align: 'end',
      cell: ({ durationMinutes }) => durationMinutes !== null && format.number(durationMinutes),
    },
    {
      id: 'tags',
      header: field('tags'),
      width: 180,
      cell: ({ tags }) => <TagList tags={tags} isOneLine />,
    },
    moment('plannedAt'),
    moment('doneAt'),
    moment('createdAt'),
    moment('updatedAt'),
  ]
}

const Subject = ({ row }: { row: ActivityRow }) => {
  const t = useT()
  return (
    <span className="flex min-w-0 items-center gap-2">
      <ActivityIcon kind={row.kind} />
      <span className="sr-only">{t(`activities.kind.${row.kind}`)}</span>
      <OwnText className={cx(row.status === 'cancelled' && 'text-muted line-through')}>{row.subject}</OwnText>
      {row.recurring && (
        <Repeat size={13} className="shrink-0 text-muted" aria-label={t('activities.field.recurring')} />
      )}
      {row.fileCount > 0 && (
        <Paperclip size={13} className="shrink-0 text-muted" aria-label={t('files.attachments')} />
      )}
      {row.confidentiality !== 'normal' && (
        <Lock
          size={13}
          className="shrink-0 text-bad"
          aria-label={t(`activities.confidentiality.${row.confidentiality}`)}
        />
      )}
    </span>
  )
}

/** A row on a phone. */
export const ActivityCard = ({ row }: { row: ActivityRow }) => (
  <span className="flex min-w-0 items-start gap-2.5">
    <ActivityIcon kind={row.kind} />
    <span className="min-w-0 flex-1">
      <span className="flex items-center gap-2">
        <OwnText className="flex-1 font-medium">{row.subject}</OwnText>
        <StatusMark {...row} />
      </span>
      <span className="flex gap-2 text-meta text-muted">
        <OwnText className="flex-1">{row.parties[0]?.name ?? row.owner.name}</OwnText>
        <DueText row={row} />
      </span>
    </span>
  </span>
)
