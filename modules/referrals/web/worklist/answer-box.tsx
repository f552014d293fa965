import { type AttachedFile, AttachmentField } from '@peyvand/files/web'
import { useT, useWaiting, type Waiting } from '@peyvand/platform/web'
import { Button, Callout, RadioGroup, TextArea } from '@peyvand/ui'
import { Check, CirclePlay, CornerUpLeft, Forward, Hand, RotateCcw, Send, Undo2, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { type ActOnReferral, Decision, type ReferralAction, type ReferralFile } from '../../contract/index.ts'
import { actDraft, referralOf } from '../waiting.ts'
import { useAct } from './use-act.ts'

/** Actions that take what is written in the box along, in the order of their buttons. */
const withText: readonly ReferralAction[] = ['answer', 'finish', 'return', 'reject']
const plain: readonly ReferralAction[] = ['take', 'start', 'close', 'recall', 'reopen']
const needText: readonly ReferralAction[] = ['answer', 'return', 'reject']

const icons: Partial<Record<ReferralAction, ReactNode>> = {
  take: <Hand size={16} />,
  start: <CirclePlay size={16} />,
  answer: <Send size={16} className="rtl:-scale-x-100" />,
  finish: <Check size={16} />,
  return: <CornerUpLeft size={16} className="rtl:-scale-x-100" />,
  reject: <X size={16} />,
  recall: <Undo2 size={16} />,
  close: <Check size={16} />,
  reopen: <RotateCcw size={16} />,
}

type Props = { referral: ReferralFile; onDone: () => void; onRefer: () => void }

/** What may be done with it, and the words that go along; an answer that waits to be sent is not given twice. */
export const AnswerBox = (props: Props) => {
  const t = useT()
  const waiting = useWaiting().find(
    (item) => item.kind === actDraft && referralOf(item) === props.referral.id,
  )
  if (waiting?.state === 'waiting') return <Callout tone="warn">{t('referrals.answerWaits')}</Callout>
  return <AnswerForm key={waiting?.id ?? ''} {...props} waiting={waiting} />
}

const AnswerForm = ({ referral, onDone, onRefer, waiting }: Props & { waiting: Waiting | undefined }) => {
  const t = useT()
  const act = useAct()
  const before = waiting?.form as Partial<ActOnReferral> | undefined
  const [text, setText] = useState(before?.text ?? '')
  const [decision, setDecision] = useState<Decision | null>(before?.decision ?? null)
  const [files, setFiles] = useState<readonly AttachedFile[]>([])
  const [fault, setFault] = useState<{ text?: string; decision?: string }>({})
  const [isPending, setPending] = useState(false)
  const { actions, refer } = referral.can
  const asksDecision = referral.action === 'approve' && actions.includes('answer')
  const writes = withText.some((action) => actions.includes(action))

  const run = async (action: ReferralAction) => {
    const given = text.trim()
    const next = {
      ...(needText.includes(action) && !given && { text: t('error.referrals.textNeeded') }),
      ...(action === 'answer' &&
        asksDecision &&
        !decision && {
          decision: t('error.referrals.decisionNeeded'),
        }),
    }
    setFault(next)
    if (Object.keys(next).length > 0) return
    setPending(true)
    onDone()
    const isDone = await act(referral, action, {
      replaces: waiting?.id,
      ...(given && withText.includes(action) && { text: given }),
      ...(action === 'answer' && decision && { decision }),
      ...(withText.includes(action) && { fileIds: files.map(({ id }) => id) }),
    })
    setPending(false)
    if (!isDone) return
    setText('')
    setFiles([])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    if (actions.includes('answer')) void run('answer')
  }
  if (actions.every((action) => action === 'see') && !refer) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl Enter sends from the text
    <section aria-label={t('referrals.answerBox')} className="flex flex-col gap-3" onKeyDown={onKeyDown}>
      {asksDecision && (
        <RadioGroup
          label={t('referrals.decision')}
          orientation="horizontal"
          options={Decision.options.map((id) => ({ id, label: t(`referrals.decide.${id}`) }))}
          value={decision}
          onChange={setDecision}
          errorMessage={fault.decision}
        />
      )}
      {writes && (
        <>
          <TextArea
            label={t('referrals.answer')}
            placeholder={t('referrals.answerHint')}
            minRows={2}
            value={text}
            onChange={setText}
            errorMessage={fault.text}
          />
          <AttachmentField value={files} onChange={setFiles} />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {[...plain.filter((one) => one === 'take' || one === 'start'), ...withText, ...plain.slice(2)]
          .filter((action) => actions.includes(action))
          .map((action, index) => (
            <Button
              key={action}
              kind={index === 0 ? 'primary' : 'secondary'}
              icon={icons[action]}
              isDisabled={isPending}
              onPress={() => void run(action)}
            >
              {t(`referrals.action.${action}`)}
            </Button>
          ))}
        {refer && (
          <Button
            icon={<Forward size={16} className="rtl:-scale-x-100" />}
            isDisabled={isPending}
            onPress={onRefer}
          >
            {t('referrals.referOnward')}
          </Button>
        )}
      </div>
    </section>
  )
}
