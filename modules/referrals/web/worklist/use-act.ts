import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { type ActOnReferral, actOnReferralRoute, type ReferralAction } from '../../contract/index.ts'
import { referralTopics } from '../referral-topics.ts'

type Details = Partial<Omit<ActOnReferral, 'action'>>
/** What the receiver may take back by opening it again. */
const reopenable: readonly ReferralAction[] = ['answer', 'finish']

/** Acts on a referral and says so; what was refused is told. Answers whether it was done. */
export function useAct() {
  const t = useT()
  const problem = useProblemText()
  const act = async (id: string, action: ReferralAction, details: Details = {}): Promise<boolean> => {
    try {
      const after = await callApi(actOnReferralRoute, { params: { id }, body: { action, ...details } })
      void invalidateTopics(referralTopics)
      toast({
        kind: 'ok',
        title: t(`referrals.told.${action}`, { subject: after.activity.subject }),
        ...(reopenable.includes(action) &&
          after.can.actions.includes('reopen') && {
            action: { label: t('web.undo'), onPress: () => void act(id, 'reopen') },
          }),
      })
      return true
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
      return false
    }
  }
  return act
}
