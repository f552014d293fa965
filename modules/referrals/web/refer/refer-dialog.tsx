import { ApiProblem, callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Callout, Dialog, newId, toast, useFormat } from '@peyvand/ui'
import { type KeyboardEvent, useState } from 'react'
import { createReferralRoute } from '../../contract/index.ts'
import { referralTopics } from '../referral-topics.ts'
import { ReferFields } from './refer-fields.tsx'
import { emptyRefer, type ReferValues, referBody } from './refer-values.ts'

type Props = {
  /** What is referred: an activity, or a referral onward. */
  about: { activityId: string } | { parentId: string; confidential: boolean }
  subject: string
  onClose: () => void
  onReferred?: () => void
}

/** Refers one thing to colleagues and teams. */
export const ReferDialog = ({ about, subject, onClose, onReferred }: Props) => {
  const isOnward = 'parentId' in about
  const send = async (values: ReferValues) => {
    const target = isOnward ? { parentId: about.parentId } : { activityId: about.activityId }
    await callApi(createReferralRoute, { body: referBody(values, target) }, { idempotencyKey: newId() })
  }
  return (
    <ReferForm
      title={subject}
      isOnward={isOnward}
      canBeConfidential={!(isOnward && about.confidential)}
      send={send}
      onClose={onClose}
      {...(onReferred && { onReferred })}
    />
  )
}

type FormProps = {
  title: string
  isOnward: boolean
  canBeConfidential: boolean
  /** @throws ApiProblem */
  send: (values: ReferValues) => Promise<void>
  onClose: () => void
  onReferred?: () => void
}

/** The window of a referral, of one or of many. */
export const ReferForm = ({ title, isOnward, canBeConfidential, send, onClose, onReferred }: FormProps) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const [values, setValues] = useState(emptyRefer)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const [isTried, setTried] = useState(false)
  const receiverFault =
    isTried && values.to.length === 0 ? t('referrals.receiverNeeded') : receiverFaultOf(fault)
  const submit = async () => {
    setTried(true)
    if (values.to.length === 0) return
    setPending(true)
    try {
      await send(values)
      toast({
        kind: 'ok',
        title: t('referrals.sent', { names: format.list(values.to.map(({ label }) => label)) }),
      })
      onReferred?.()
      onClose()
      await invalidateTopics(referralTopics)
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  return (
    <Dialog
      isOpen
      isDismissable={!isPending}
      onOpenChange={onClose}
      title={t(isOnward ? 'referrals.onwardTitle' : 'referrals.referTitle', { subject: title })}
      footer={
        <>
          <Button kind="primary" isPending={isPending} onPress={() => void submit()}>
            {t('referrals.refer')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl Enter from any field */}
      <div className="flex flex-col gap-3.5" onKeyDown={onKeyDown}>
        {fault !== null && !receiverFault && <Callout tone="bad">{problem(fault)}</Callout>}
        <ReferFields
          value={values}
          onChange={(next) => {
            setValues(next)
            setFault(null)
          }}
          isOnward={isOnward}
          canBeConfidential={canBeConfidential}
          receiverFault={receiverFault}
        />
      </div>
    </Dialog>
  )
}

/** What the server said of a receiver. */
const receiverFaultOf = (error: unknown): string | undefined =>
  error instanceof ApiProblem ? error.fields.find(({ path }) => path.startsWith('to'))?.message : undefined
