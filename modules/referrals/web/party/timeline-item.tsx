import type { TimelineItemPart } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Link, Tag } from '@peyvand/ui'
import { Lock } from 'lucide-react'
import { z } from 'zod'
import { AskedAction, Decision, ReferralState } from '../../contract/index.ts'

/** What a referral writes into the stream of a file. */
const Summary = z.object({
  activityId: z.string(),
  subject: z.string(),
  to: z.string().nullish(),
  action: AskedAction,
  state: ReferralState,
  note: z.string().nullish(),
  answer: z.string().nullish(),
  decision: Decision.nullish(),
  confidential: z.boolean().catch(false),
})

/** A referral in the stream: to whom, what for, how it stands; note and answer below. */
export const ReferralTimelineItem = ({ item, part }: TimelineItemPart) => {
  const t = useT()
  const parsed = Summary.safeParse(item.summary)
  if (!parsed.success) return null
  const { activityId, subject, to, action, state, note, answer, decision, confidential } = parsed.data
  if (part === 'title') {
    return (
      <Link href={`/activities/${activityId}`} className="text-text decoration-transparent">
        <span className="font-medium">{t('referrals.referredTo', { name: to ?? '—' })}</span>
        {`: ${subject}`}
      </Link>
    )
  }
  return (
    <>
      <span>{t(`referrals.asked.${action}`)}</span>
      <Tag tone={state === 'done' || state === 'answered' ? 'ok' : 'accent'}>
        {t(`referrals.state.${state}`)}
      </Tag>
      {decision && (
        <Tag tone={decision === 'approved' ? 'ok' : 'bad'}>{t(`referrals.decision.${decision}`)}</Tag>
      )}
      {confidential && (
        <Tag tone="bad" icon={<Lock size={13} aria-hidden />}>
          {t('referrals.confidential')}
        </Tag>
      )}
      {(note || answer) && (
        <span className="flex basis-full flex-col text-text">
          {note && (
            <span dir="auto">
              <span className="text-muted">{t('referrals.note')}: </span>
              {note}
            </span>
          )}
          {answer && (
            <span dir="auto">
              <span className="text-muted">{t('referrals.action.answer')}: </span>
              {answer}
            </span>
          )}
        </span>
      )}
    </>
  )
}
