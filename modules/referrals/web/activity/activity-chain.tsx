import type { Activity } from '@peyvand/activities/contract'
import { useRoute, useT } from '@peyvand/platform/web'
import { Card } from '@peyvand/ui'
import { activityReferralsRoute } from '../../contract/index.ts'
import { ReferralChain } from '../chain/referral-chain.tsx'

/** The course of work of an activity, on its page; nothing where it was never referred. */
export const ActivityChain = ({ activity }: { activity: Activity }) => {
  const t = useT()
  const { data } = useRoute(activityReferralsRoute, { params: { id: activity.id } })
  if (!data || data.items.length === 0) return null
  return (
    <Card title={t('referrals.history')}>
      <ReferralChain steps={data.items} />
    </Card>
  )
}
