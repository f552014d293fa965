import { FormFault, useSession, useT } from '@peyvand/platform/web'
import { Button, DateTimeField, Dialog, Disclosure, NumberField, TextArea } from '@peyvand/ui'
import { type KeyboardEvent, useState } from 'react'
import type { Activity } from '../../contract/index.ts'
import { followUpBody } from '../form/activity-body.ts'
import type { FollowUpValues } from '../form/activity-form-values.ts'
import { FieldRow } from '../form/field-row.tsx'
import { FollowUpFields } from '../form/follow-up-fields.tsx'
import { ResultField } from '../form/result-field.tsx'
import { useTransition } from './use-transition.ts'

type Props = {
  activity: Pick<Activity, 'id' | 'version' | 'subject' | 'kind'>
  onClose: () => void
  onFinished?: () => void
}

/** Asks on finishing what came out and what comes next. */
export const FinishDialog = ({ activity, onClose, onFinished }: Props) => {
  const t = useT()
  const { user } = useSession()
  const { act, tell } = useTransition()
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const [resultId, setResult] = useState<string | null>(null)
  const [doneAt, setDoneAt] = useState<string | null>(() => new Date().toISOString())
  const [minutes, setMinutes] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [next, setNext] = useState<FollowUpValues>({
    kind: activity.kind === 'meeting' ? 'task' : activity.kind,
    subject: '',
    dueOn: null,
    ownerId: user.id,
  })
  const finish = async () => {
    setPending(true)
    try {
      const after = await act(activity, 'finish', {
        resultId,
        ...(doneAt && { doneAt }),
        ...(minutes !== null && { durationMinutes: minutes }),
        ...(note.trim() && { note: note.trim() }),
        ...(next.dueOn && { followUp: { ...followUpBody(next, activity.subject), body: null } }),
      })
      tell(after, 'finish')
      onFinished?.()
      onClose()
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void finish()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('activities.finish.title', { subject: activity.subject })}
      footer={
        <>
          <Button kind="primary" isPending={isPending} onPress={() => void finish()}>
            {t('activities.action.finish')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl Enter from any field */}
      <div className="flex flex-col gap-3.5" onKeyDown={onKeyDown}>
        <FormFault error={fault} />
        <FieldRow>
          <ResultField kind={activity.kind} value={resultId} onChange={setResult} />
          <DateTimeField label={t('activities.field.doneAt')} value={doneAt} onChange={setDoneAt} />
          <NumberField
            label={t('activities.form.duration')}
            suffix={t('activities.form.minutes')}
            minValue={0}
            value={minutes}
            onChange={setMinutes}
          />
        </FieldRow>
        <TextArea label={t('activities.finish.note')} minRows={2} value={note} onChange={setNote} />
        <Disclosure title={t('activities.followUp')} defaultOpen>
          <FollowUpFields value={next} onChange={setNext} subjectHint={activity.subject} />
        </Disclosure>
      </div>
    </Dialog>
  )
}
