import { type TimelineItemPart, useValues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Bdi, Link, StatusPill, Tag, useFormat } from '@peyvand/ui'
import { Lock } from 'lucide-react'
import { z } from 'zod'
import { ActivityKind, ActivityStatus, Confidentiality, resultListOf } from '../../contract/index.ts'

/** What an activity writes into the stream of a file. */
const Summary = z.object({
  subject: z.string(),
  status: ActivityStatus,
  resultId: z.string().nullish(),
  number: z.string().nullish(),
  durationMinutes: z.number().nullish(),
  confidentiality: Confidentiality.catch('normal'),
  answered: z.boolean().catch(true),
})
type Summary = z.infer<typeof Summary>

/** An activity in the stream: its subject leads to it; result, number and length stand below. */
export const ActivityTimelineItem = ({ item, part }: TimelineItemPart) => {
  const t = useT()
  const kind = ActivityKind.safeParse(item.type)
  const summary = Summary.safeParse(item.summary)
  if (!kind.success || !summary.success) return null
  if (part === 'meta') return <Meta kind={kind.data} summary={summary.data} />
  const { subject } = summary.data
  const kindName = t(`activities.kind.${kind.data}`)
  return (
    <Link href={`/activities/${item.subjectId}`} className="text-text decoration-transparent">
      {/* The subject that the program proposes names the kind already. */}
      {!subject.startsWith(kindName) && <span className="font-medium">{`${kindName}: `}</span>}
      {subject}
    </Link>
  )
}

const Meta = ({ kind, summary }: { kind: ActivityKind; summary: Summary }) => {
  const t = useT()
  const format = useFormat()
  const result = useValues(resultListOf[kind], summary.resultId ?? null).find(
    ({ id }) => id === summary.resultId,
  )
  return (
    <>
      {summary.status === 'cancelled' && (
        <StatusPill tone="warn">{t('activities.status.cancelled')}</StatusPill>
      )}
      {result && <Tag tone="accent">{result.label}</Tag>}
      {!summary.answered && <span>{t('activities.form.notAnswered')}</span>}
      {summary.durationMinutes ? (
        <span>{t('activities.minutesLong', { count: summary.durationMinutes })}</span>
      ) : null}
      {summary.number && <Bdi>{format.digits(summary.number)}</Bdi>}
      {summary.confidentiality !== 'normal' && (
        <Tag tone="bad" icon={<Lock size={13} aria-hidden />}>
          {t(`activities.confidentiality.${summary.confidentiality}`)}
        </Tag>
      )}
    </>
  )
}
