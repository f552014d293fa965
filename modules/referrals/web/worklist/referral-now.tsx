import { useRoute, useT, type Waiting } from '@peyvand/platform/web'
import { StatusPill } from '@peyvand/ui'
import { getReferralRoute } from '../../contract/index.ts'
import { referralOf } from '../waiting.ts'

/** Where a referral stands that an answer written without the server no longer fits. */
export const ReferralNow = ({ item }: { item: Waiting }) => {
  const t = useT()
  const { data } = useRoute(getReferralRoute, { params: { id: referralOf(item) } })
  if (!data) return null
  const { state, to, answer } = data
  return (
    <div className="mt-1 flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-1.5">
        <StatusPill tone="accent">{t(`referrals.state.${state}`)}</StatusPill>
        {to?.name}
      </span>
      {answer && (
        <p dir="auto" className="break-words whitespace-pre-line">
          {answer}
        </p>
      )}
    </div>
  )
}
