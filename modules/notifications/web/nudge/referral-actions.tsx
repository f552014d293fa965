import { callApi, useProblemText, useSession, useT } from '@peyvand/platform/web'
import { openStates, type ReferralFile } from '@peyvand/referrals/contract'
import { IconButton, toast, useFormat } from '@peyvand/ui'
import { BellRing } from 'lucide-react'
import { nudgeReferralRoute } from '../../contract/index.ts'
import { RemindButton } from '../reminders/remind-button.tsx'

/** Beside a referral: a reminder of it, and for its referrer the question how far it is. */
export const ReferralActions = ({ referral }: { referral: ReferralFile }) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { user } = useSession()
  const { id, from, state } = referral
  const nudge = async () => {
    try {
      const { nudged } = await callApi(nudgeReferralRoute, { params: { id } })
      toast({
        kind: 'ok',
        title: t('notifications.nudged', { names: format.list(nudged.map(({ name }) => name)) }),
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <>
      {from.id === user.id && openStates.includes(state) && (
        <IconButton
          kind="secondary"
          label={t('notifications.nudge')}
          icon={<BellRing />}
          onPress={() => void nudge()}
        />
      )}
      <RemindButton subject={{ type: 'referrals', id }} />
    </>
  )
}
