import { invalidateTopics, sendOrKeep, useProblemText, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { type ActOnReferral, actOnReferralRoute, type ReferralAction } from '../../contract/index.ts'
import { referralTopics } from '../referral-topics.ts'
import { actDraft } from '../waiting.ts'

interface Acted {
  id: string
  activity: { subject: string }
}
type Details = Partial<Omit<ActOnReferral, 'action'>> & {
  /** The waiting answer that this one stands for. */
  replaces?: string | undefined
}
/** What the receiver may take back by opening it again. */
const reopenable: readonly ReferralAction[] = ['answer', 'finish']

/**
 * Acts on a referral and says so; what was refused is told. Without the server it waits on this device. Answers whether
 * it was done or kept.
 */
export function useAct() {
  const t = useT()
  const problem = useProblemText()
  const act = async (
    { id, activity: { subject } }: Acted,
    action: ReferralAction,
    { replaces, ...details }: Details = {},
  ): Promise<boolean> => {
    try {
      const body = { action, ...details }
      const sent = await sendOrKeep({
        kind: actDraft,
        title: subject,
        route: actOnReferralRoute,
        call: { params: { id }, body },
        form: body,
        replaces,
      })
      if (sent.isKept) {
        toast({ kind: 'warn', title: t('offline.kept', { title: subject }) })
        return true
      }
      const after = sent.answer
      void invalidateTopics(referralTopics)
      toast({
        kind: 'ok',
        title: t(`referrals.told.${action}`, { subject }),
        ...(reopenable.includes(action) &&
          after.can.actions.includes('reopen') && {
            action: { label: t('web.undo'), onPress: () => void act(after, 'reopen') },
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
