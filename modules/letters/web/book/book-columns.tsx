import { localDate } from '@peyvand/persian'
import { type T, useT } from '@peyvand/platform/web'
import { type Format, Tag, useFormat, useUi } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { useMemo } from 'react'
import type { BookEntry } from '../../contract/index.ts'

type Column = DataGridColumn<BookEntry>

/** What is shown where the user chose nothing. */
export const defaultColumns = [
  'registryNo',
  'registeredAt',
  'direction',
  'subject',
  'counterpart',
  'letterNo',
  'answerBy',
  'state',
]

/** Columns of the register book; those that sort have the name of their field. */
export function useBookColumns(): readonly Column[] {
  const t = useT()
  const format = useFormat()
  const { timeZone } = useUi()
  return useMemo(() => columns({ t, format, timeZone }), [t, format, timeZone])
}

function columns({ t, format, timeZone }: { t: T; format: Format; timeZone: string }): Column[] {
  const day = (instant: string) => format.date(localDate(instant, timeZone), 'short')
  return [
    {
      id: 'registryNo',
      header: t('letters.registryNo'),
      width: 120,
      sticky: true,
      hideable: false,
      cell: ({ registryNo, voided }) => (
        <bdi>
          <span className={voided ? 'text-muted line-through' : 'font-medium'}>
            {format.digits(registryNo)}
          </span>
        </bdi>
      ),
    },
    {
      id: 'registeredAt',
      header: t('letters.registeredAt'),
      width: 120,
      sortable: true,
      cell: ({ registeredAt }) => <time dateTime={registeredAt}>{day(registeredAt)}</time>,
    },
    {
      id: 'direction',
      header: t('letters.ui.class'),
      width: 80,
      cell: ({ direction }) => t(`letters.class.${direction}`),
    },
    { id: 'register', header: t('letters.register'), width: 150, cell: ({ register }) => register.name },
    {
      id: 'subject',
      header: t('activities.field.subject'),
      width: 280,
      sortable: true,
      cell: ({ letter }) =>
        letter ? (
          <span className="truncate">{letter.subject}</span>
        ) : (
          <span className="text-muted">{t('letters.notShown')}</span>
        ),
    },
    {
      id: 'counterpart',
      header: t('letters.counterpart'),
      width: 200,
      sortable: true,
      cell: ({ letter }) => letter?.counterpart && <span className="truncate">{letter.counterpart}</span>,
    },
    {
      id: 'letterNo',
      header: t('letters.letterNo'),
      width: 120,
      cell: ({ letter }) => letter?.letterNo && <bdi>{format.digits(letter.letterNo)}</bdi>,
    },
    {
      id: 'letterDate',
      header: t('letters.letterDate'),
      width: 110,
      sortable: true,
      cell: ({ letter }) => letter?.letterDate && format.date(letter.letterDate, 'short'),
    },
    {
      id: 'answerBy',
      header: t('letters.answerBy'),
      width: 120,
      sortable: true,
      cell: ({ letter }) =>
        letter?.answerBy && (
          <span className={letter.overdue ? 'font-medium text-bad-text' : ''}>{day(letter.answerBy)}</span>
        ),
    },
    {
      id: 'urgency',
      header: t('letters.urgency'),
      width: 80,
      cell: ({ letter }) =>
        letter && letter.urgency !== 'normal' && t(`activities.urgency.${letter.urgency}`),
    },
    {
      id: 'enclosures',
      header: t('letters.enclosures'),
      width: 80,
      align: 'end',
      sortable: true,
      cell: ({ letter }) => (letter && letter.enclosures > 0 ? format.number(letter.enclosures) : null),
    },
    { id: 'owner', header: t('activities.field.owner'), width: 140, cell: ({ letter }) => letter?.owner },
    {
      id: 'registeredBy',
      header: t('letters.registeredBy'),
      width: 140,
      cell: ({ registeredBy }) => registeredBy?.name,
    },
    { id: 'state', header: t('letters.state'), width: 100, cell: (entry) => <State entry={entry} /> },
  ]
}

export const State = ({ entry: { voided, letter } }: { entry: BookEntry }) => {
  const t = useT()
  if (voided) return <Tag tone="bad">{t('letters.void')}</Tag>
  return letter?.overdue ? <Tag tone="warn">{t('activities.overdue')}</Tag> : null
}
