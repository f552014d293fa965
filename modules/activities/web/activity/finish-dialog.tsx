import type { CustomValues } from '@peyvand/platform/contract'
import { FormFault, FormField, useSession, useSubmit, useT } from '@peyvand/platform/web'
import { Button, DateTimeField, Dialog, Disclosure, NumberField, TextArea } from '@peyvand/ui'
import { type KeyboardEvent, useId, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { Activity } from '../../contract/index.ts'
import { followUpBody } from '../form/activity-body.ts'
import type { FollowUpValues } from '../form/activity-form-values.ts'
import { FieldRow } from '../form/field-row.tsx'
import { FollowUpFields } from '../form/follow-up-fields.tsx'
import { ResultField } from '../form/result-field.tsx'
import { ResultOwnFields } from './result-own-fields.tsx'
import { useTransition } from './use-transition.ts'

type Props = {
  activity: Pick<Activity, 'id' | 'version' | 'subject' | 'kind'>
  onClose: () => void
  onFinished?: () => void
}

export interface FinishValues {
  resultId: string | null
  doneAt: string | null
  durationMinutes: number | null
  note: string
  followUp: FollowUpValues
  custom: CustomValues
}

/** Asks on finishing what came out and what comes next. */
export const FinishDialog = ({ activity, onClose, onFinished }: Props) => {
  const t = useT()
  const formId = useId()
  const { user } = useSession()
  const { act, tell } = useTransition()
  const [doneAt] = useState(() => new Date().toISOString())
  const form = useForm<FinishValues>({
    defaultValues: {
      resultId: null,
      doneAt,
      durationMinutes: null,
      note: '',
      followUp: {
        kind: activity.kind === 'meeting' ? 'task' : activity.kind,
        subject: '',
        dueOn: null,
        ownerId: user.id,
      },
      custom: {},
    },
  })
  const { control } = form
  const { onSubmit, fault, isPending } = useSubmit(form, async (values) => {
    const { resultId, durationMinutes, note, followUp, custom } = values
    const after = await act(activity, 'finish', {
      resultId,
      custom,
      ...(values.doneAt && { doneAt: values.doneAt }),
      ...(durationMinutes !== null && { durationMinutes }),
      ...(note.trim() && { note: note.trim() }),
      ...(followUp.dueOn && { followUp: { ...followUpBody(followUp, activity.subject), body: null } }),
    })
    tell(after, 'finish')
    onFinished?.()
    onClose()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('activities.finish.title', { subject: activity.subject })}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t('activities.action.finish')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <FormProvider {...form}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl Enter from any field */}
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-3.5"
          onSubmit={onSubmit}
          onKeyDown={onKeyDown}
        >
          <FormFault error={fault} />
          <FieldRow>
            <FormField control={control} name="resultId">
              {({ value, onChange }) => (
                <ResultField kind={activity.kind} value={value} onChange={onChange} />
              )}
            </FormField>
            <FormField control={control} name="doneAt">
              {(field) => <DateTimeField label={t('activities.field.doneAt')} {...field} />}
            </FormField>
            <FormField control={control} name="durationMinutes">
              {(field) => (
                <NumberField
                  label={t('activities.form.duration')}
                  suffix={t('activities.form.minutes')}
                  minValue={0}
                  {...field}
                />
              )}
            </FormField>
          </FieldRow>
          <ResultOwnFields activity={activity} />
          <FormField control={control} name="note">
            {(field) => <TextArea label={t('activities.finish.note')} minRows={2} {...field} />}
          </FormField>
          <Disclosure title={t('activities.followUp')} defaultOpen>
            <FormField control={control} name="followUp">
              {({ value, onChange }) => (
                <FollowUpFields value={value} onChange={onChange} subjectHint={activity.subject} />
              )}
            </FormField>
          </Disclosure>
        </form>
      </FormProvider>
    </Dialog>
  )
}
