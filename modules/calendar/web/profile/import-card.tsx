import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Card, FileButton, Link, Tag, toast } from '@peyvand/ui'
import { useState } from 'react'
import { type ImportedEvent, importEventsRoute } from '../../contract/index.ts'
import { calendarTopics } from '../calendar-topics.ts'

const maxBytes = 1_000_000
const tones = {
  created: 'ok',
  updated: 'accent',
  cancelled: 'warn',
  unchanged: 'neutral',
  refused: 'bad',
} as const

/** Takes a calendar file or an invitation as meetings, and tells what became of each event. */
export const ImportCard = () => {
  const t = useT()
  const problem = useProblemText()
  const [items, setItems] = useState<readonly ImportedEvent[] | null>(null)
  const [isPending, setPending] = useState(false)
  const take = async (file: File) => {
    setPending(true)
    try {
      const { items: found } = await callApi(importEventsRoute, { body: { ics: await file.text() } })
      setItems(found)
      await invalidateTopics(calendarTopics)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    setPending(false)
  }
  return (
    <Card title={t('calendar.import')}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-muted">{t('calendar.import.hint')}</p>
        <FileButton
          accept={['text/calendar', '.ics']}
          maxBytes={maxBytes}
          isPending={isPending}
          onFiles={([file]) => {
            if (file) void take(file)
          }}
        >
          {t('calendar.import.choose')}
        </FileButton>
        {items && (
          <ul aria-label={t('calendar.import.result')} className="w-full divide-y divide-line">
            {items.map(({ id, subject, outcome, once }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- events of a file have no other order
              <li key={index} className="flex flex-wrap items-center gap-2 py-1.5">
                <span className="min-w-0 flex-1 truncate">
                  {id ? <Link href={`/activities/${id}`}>{subject}</Link> : subject}
                </span>
                {once && <span className="text-meta text-muted">{t('calendar.import.once')}</span>}
                <Tag tone={tones[outcome]}>{t(`calendar.import.${outcome}`)}</Tag>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
