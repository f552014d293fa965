import type { RouteCall } from '@peyvand/platform/contract'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, toast } from '@peyvand/ui'
import { Check, Forward, Mail, MailOpen } from 'lucide-react'
import { useState } from 'react'
import { bulkReferralsRoute, type WorklistName } from '../../contract/index.ts'
import { ReferForm } from '../refer/refer-dialog.tsx'
import { sharedBody } from '../refer/refer-values.ts'
import { referralTopics } from '../referral-topics.ts'

type Action = RouteCall<typeof bulkReferralsRoute>['body']['action']
type Props = { ids: readonly string[]; list: WorklistName; onDone: () => void }

/** What can be done with several at once; what does not fit one of them is counted and said. */
export const BulkReferrals = ({ ids, list, onDone }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const [isReferring, setReferring] = useState(false)
  const isMine = list === 'referred-to-me' || list === 'in-progress'

  const run = async (action: Action) => {
    const { items } = await callApi(bulkReferralsRoute, { body: { ids: [...ids], action } })
    const done = items.filter(({ ok }) => ok).length
    const codes = [...new Set(items.flatMap(({ code }) => code ?? []))]
    toast({
      kind: codes.length > 0 ? 'warn' : 'ok',
      title: t('referrals.bulkDone', { done, failed: items.length - done }),
      ...(codes.length > 0 && { description: codes.map((code) => t(`error.${code}`)).join(' ') }),
    })
    onDone()
    await invalidateTopics(referralTopics)
  }
  const runNow = (action: Action) =>
    void run(action).catch((error: unknown) => toast({ kind: 'bad', title: problem(error) }))
  return (
    <>
      {isMine && (
        <>
          <Button size="small" icon={<Check size={16} />} onPress={() => runNow({ type: 'finish' })}>
            {t('referrals.action.finish')}
          </Button>
          <Button
            size="small"
            icon={<Forward size={16} className="rtl:-scale-x-100" />}
            onPress={() => setReferring(true)}
          >
            {t('referrals.refer')}
          </Button>
        </>
      )}
      <Button size="small" icon={<MailOpen size={16} />} onPress={() => runNow({ type: 'markRead' })}>
        {t('referrals.markRead')}
      </Button>
      <Button size="small" icon={<Mail size={16} />} onPress={() => runNow({ type: 'markUnread' })}>
        {t('referrals.markUnread')}
      </Button>
      {isReferring && (
        <ReferForm
          title={t('referrals.many', { count: ids.length })}
          isOnward
          canBeConfidential={false}
          send={(values) => run({ type: 'refer', ...sharedBody(values) })}
          onClose={() => setReferring(false)}
        />
      )}
    </>
  )
}
