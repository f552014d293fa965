import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, DateTimeField, Dialog, TextField, toast, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import { CreateReminder, createReminderRoute, type ReminderSubject } from '../../contract/index.ts'

const hourMs = 3_600_000

interface Props {
  subject: ReminderSubject
  onClose: () => void
}

/** A reminder at any time, with words of one's own. */
export const ReminderDialog = ({ subject, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const [nextHour] = useState(() => new Date(Math.ceil(Date.now() / hourMs) * hourMs).toISOString())
  const form = useSchemaForm(CreateReminder, { subject, at: nextHour, note: null })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(createReminderRoute, { body })
    await invalidateTopics(['reminders'])
    toast({ kind: 'ok', title: t('notifications.reminderSet', { when: format.dateTime(body.at) }) })
    onClose()
  })
  const { control } = form
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t('notifications.remind')}>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <FormFault error={fault} />
        <FormField control={control} name="at">
          {(field) => <DateTimeField {...field} label={t('notifications.remindAt')} isRequired />}
        </FormField>
        <FormField control={control} name="note">
          {(field) => (
            <TextField
              {...field}
              value={field.value ?? ''}
              onChange={(note) => field.onChange(note || null)}
              label={t('notifications.remindNote')}
            />
          )}
        </FormField>
        <div className="flex gap-2">
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('notifications.remind')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
