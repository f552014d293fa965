import { FileLinks } from '@peyvand/activities/web'
import { type T, useT } from '@peyvand/platform/web'
import { Tag, type Tone, useFormat } from '@peyvand/ui'
import { type ChainStep, StepsTree } from '@peyvand/ui/data'
import { Lock } from 'lucide-react'
import type { Referral, ReferralState } from '../../contract/index.ts'
import { type ChainNode, chainTree } from './chain-steps.ts'

const tones: Record<ReferralState, Tone> = {
  new: 'accent',
  seen: 'accent',
  inProgress: 'accent',
  answered: 'ok',
  done: 'ok',
  returned: 'warn',
  recalled: 'neutral',
  rejected: 'bad',
}

type Props = { steps: readonly Referral[]; currentId?: string }

/** The course of work: who referred to whom, what for, when it was seen and done, what was answered. */
export const ReferralChain = ({ steps, currentId }: Props) => {
  const t = useT()
  return (
    <StepsTree
      label={t('referrals.history')}
      steps={chainTree(steps).map((node) => stepOf(node, currentId, t))}
    />
  )
}

const stepOf = ({ referral, children }: ChainNode, currentId: string | undefined, t: T): ChainStep => ({
  id: referral.id,
  from: referral.from.name,
  to: referral.to?.name ?? t('referrals.ofTeam', { name: referral.team?.name ?? '' }),
  action: `${t(`referrals.asked.${referral.action}`)} · ${t(`referrals.state.${referral.state}`)}`,
  tone: tones[referral.state],
  note: <StepNote referral={referral} />,
  at: referral.createdAt,
  seenAt: referral.seenAt,
  doneAt: referral.answeredAt ?? referral.returnedAt ?? referral.closedAt,
  result: referral.answer || referral.decision ? <StepAnswer referral={referral} /> : null,
  isCurrent: referral.id === currentId,
  children: children.map((child) => stepOf(child, currentId, t)),
})

const StepNote = ({ referral }: { referral: Referral }) => {
  const t = useT()
  const format = useFormat()
  const { note, deadline, confidential, team, to, files } = referral
  if (!note && !deadline && !confidential && !(team && to) && files.length === 0) return null
  return (
    <span className="flex flex-col items-start gap-1">
      {note && (
        <span dir="auto" className="whitespace-pre-line">
          {note}
        </span>
      )}
      <span className="flex flex-wrap gap-1.5">
        {confidential && (
          <Tag tone="bad" icon={<Lock size={13} aria-hidden />}>
            {t('referrals.confidential')}
          </Tag>
        )}
        {team && to && <Tag>{t('referrals.ofTeam', { name: team.name })}</Tag>}
        {deadline && <Tag>{t('referrals.until', { when: format.dateTime(deadline) })}</Tag>}
      </span>
      {files.length > 0 && <FileLinks files={files} />}
    </span>
  )
}

const StepAnswer = ({ referral }: { referral: Referral }) => {
  const t = useT()
  const { decision, answer, actedBy } = referral
  return (
    <span className="flex flex-col items-start gap-1">
      {decision && (
        <Tag tone={decision === 'approved' ? 'ok' : 'bad'}>{t(`referrals.decision.${decision}`)}</Tag>
      )}
      {answer && (
        <span dir="auto" className="whitespace-pre-line">
          {answer}
        </span>
      )}
      {actedBy && (
        <span className="text-meta text-muted">{t('referrals.actedBy', { name: actedBy.name })}</span>
      )}
    </span>
  )
}
