import { getActivityRoute } from '@peyvand/activities/contract'
import { ActivityIcon, FileLinks, TargetLinks } from '@peyvand/activities/web'
import { PageProblem, Slot, useRoute, useT, useWatch } from '@peyvand/platform/web'
import { Avatar, Callout, Card, Link, Skeleton, SkeletonGroup, StatusPill, Tag, useFormat } from '@peyvand/ui'
import { Lock, Zap } from 'lucide-react'
import { getReferralRoute, type ReferralFile } from '../../contract/index.ts'
import { ReferralChain } from '../chain/referral-chain.tsx'
import { AnswerBox } from './answer-box.tsx'
import { DeadlinePill } from './deadline-pill.tsx'
import { PartyContext } from './party-context.tsx'

type Props = { id: string; onDone: () => void; onRefer: () => void }

/** The referred item: what is asked, what it is about, with whom, what was done so far, and the answer. */
export const ReferralDetail = ({ id, onDone, onRefer }: Props) => {
  const { data, error, refetch } = useRoute(getReferralRoute, { params: { id } })
  useWatch('referrals', id)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <SkeletonGroup className="flex flex-col gap-3 p-5">
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-32" />
      </SkeletonGroup>
    )
  }
  return (
    <article className="flex flex-col gap-4 p-4 sm:p-5">
      <Head referral={data} />
      <Asked referral={data} />
      <AnswerBox referral={data} onDone={onDone} onRefer={onRefer} />
      <Body activityId={data.activityId} />
      {data.activity.parties[0] && <PartyContext party={data.activity.parties[0]} />}
      <Chain referral={data} />
    </article>
  )
}

const Head = ({ referral }: { referral: ReferralFile }) => {
  const t = useT()
  const { activity, confidential, urgency, onBehalfOf, state } = referral
  return (
    <header className="flex items-start gap-3">
      <ActivityIcon kind={activity.kind} size="large" />
      <div className="min-w-0 flex-1">
        <h2 className="text-dialog font-bold break-words">
          <Link href={`/activities/${activity.id}`} className="text-text decoration-transparent">
            <bdi>{activity.subject}</bdi>
          </Link>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-1.5">
          <StatusPill tone="accent">{t(`referrals.state.${state}`)}</StatusPill>
          <DeadlinePill referral={referral} />
          {urgency !== 'normal' && (
            <Tag tone={urgency === 'immediate' ? 'bad' : 'warn'} icon={<Zap size={12} aria-hidden />}>
              {t(`referrals.urgency.${urgency}`)}
            </Tag>
          )}
          {confidential && (
            <Tag tone="bad" icon={<Lock size={12} aria-hidden />}>
              {t('referrals.confidential')}
            </Tag>
          )}
          <TargetLinks targets={activity.targets} />
          {onBehalfOf && <Tag tone="violet">{t('referrals.onBehalfOf', { name: onBehalfOf.name })}</Tag>}
        </p>
      </div>
      <Slot name="referrals.referral.actions" with={{ referral }} />
    </header>
  )
}

/** The instruction of who referred it. */
const Asked = ({ referral }: { referral: ReferralFile }) => {
  const t = useT()
  const format = useFormat()
  const { from, action, note, createdAt, files } = referral
  return (
    <section aria-label={t('referrals.note')} className="flex gap-2.5 rounded-control bg-surface-2 p-3">
      <Avatar name={from.name} size={32} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <strong className="font-semibold">{from.name}</strong>
          <span className="text-muted">{t(`referrals.asked.${action}`)}</span>
          <time dateTime={createdAt} className="ms-auto text-meta text-muted">
            {format.dateTime(createdAt)}
          </time>
        </p>
        {note && (
          <p dir="auto" className="mt-1 text-prose break-words whitespace-pre-line">
            {note}
          </p>
        )}
        {files.length > 0 && <FileLinks files={files} />}
      </div>
    </section>
  )
}

const Body = ({ activityId }: { activityId: string }) => {
  const t = useT()
  const { data } = useRoute(getActivityRoute, { params: { id: activityId } })
  if (!data || (!data.body && !data.meeting?.minutes && data.files.length === 0)) return null
  return (
    <Card title={t(`activities.kind.${data.kind}`)}>
      <p dir="auto" className="text-prose break-words whitespace-pre-line">
        {data.body}
      </p>
      {data.meeting?.minutes && (
        <p dir="auto" className="mt-2 text-prose break-words whitespace-pre-line">
          {data.meeting.minutes}
        </p>
      )}
      {data.files.length > 0 && (
        <div className="mt-2">
          <FileLinks files={data.files} />
        </div>
      )}
    </Card>
  )
}

const Chain = ({ referral }: { referral: ReferralFile }) => {
  const t = useT()
  const { chain, id, answer, decision, state } = referral
  const isBack = state === 'returned' || state === 'rejected'
  return (
    <>
      {answer && isBack && (
        <Callout tone="warn" title={t(`referrals.state.${state}`)}>
          {answer}
        </Callout>
      )}
      {decision && (
        <Callout tone={decision === 'approved' ? 'ok' : 'bad'} title={t(`referrals.decision.${decision}`)}>
          {answer}
        </Callout>
      )}
      <Card title={t('referrals.history')}>
        <ReferralChain steps={chain} currentId={id} />
      </Card>
    </>
  )
}
