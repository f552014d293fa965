import { Slot, useT } from '@peyvand/platform/web'
import { bindField, CodeField, Select, TextField } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import { LetterUrgency } from '../../contract/index.ts'
import type { ActivityFormValues } from './activity-form-values.ts'
import { FieldRow } from './field-row.tsx'
import { CountField, DayField, MomentField } from './form-controls.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import { NamesField } from './names-field.tsx'
import { PhoneNumberField } from './phone-number-field.tsx'
import { TaskFields } from './task-fields.tsx'
import { usePartyWays } from './use-party-ways.ts'

/** Just what a kind of activity needs beside subject and text. */
export const KindFields = () => {
  const { watch } = useFormContext<ActivityFormValues>()
  switch (watch('kind')) {
    case 'letter':
      return <LetterFields />
    case 'fax':
      return <FaxFields />
    case 'call':
      return <CallFields />
    case 'task':
      return <TaskFields />
    case 'meeting':
      return <MeetingFields />
    default:
      return <MessageFields />
  }
}

const LetterFields = () => {
  const t = useT()
  const { control, watch } = useFormContext<ActivityFormValues>()
  const urgencies = LetterUrgency.options.map((id) => ({ id, label: t(`activities.urgency.${id}`) }))
  return (
    <>
      <FieldRow>
        <Controller
          control={control}
          name="letterNo"
          render={(f) => (
            <CodeField
              label={t(
                watch('direction') === 'incoming' ? 'activities.form.senderNo' : 'activities.field.letterNo',
              )}
              {...bindField(f)}
            />
          )}
        />
        <DayField name="letterDate" label={t('activities.form.letterDate')} />
        <Controller
          control={control}
          name="urgency"
          render={(f) => (
            <Select label={t('activities.form.urgency')} options={urgencies} {...bindField(f)} />
          )}
        />
      </FieldRow>
      <FieldRow>
        <NamesField name="recipients" label={t('activities.form.recipients')} />
        <NamesField name="copies" label={t('activities.role.copy')} />
        <CountField name="enclosures" label={t('activities.form.enclosures')} />
      </FieldRow>
      <Register />
    </>
  )
}

/** In which register it stands, told by what keeps registers. */
const Register = () => {
  const { watch, setValue } = useFormContext<ActivityFormValues>()
  const [direction, registerId, activityId] = watch(['direction', 'registerId', 'activityId'])
  // What is there already is changed in its own form, which knows whether it was registered.
  if (activityId) return null
  const onChange = (id: string | null) => setValue('registerId', id, { shouldDirty: true })
  return <Slot name="activities.form.letter" with={{ direction, registerId, onChange }} />
}

const FaxFields = () => {
  const t = useT()
  return (
    <FieldRow>
      <PhoneNumberField label={t('activities.form.faxNumber')} />
      <CountField name="pages" label={t('activities.form.pages')} minValue={1} />
      <MomentField name="at" label={t('activities.form.at')} />
    </FieldRow>
  )
}

const CallFields = () => {
  const t = useT()
  const { watch } = useFormContext<ActivityFormValues>()
  const happened = watch('timing') === 'happened'
  return (
    <FieldRow>
      <PhoneNumberField label={t('activities.form.phone')} />
      <MomentField name="at" label={t(happened ? 'activities.form.at' : 'activities.form.plannedAt')} />
      <CountField
        name="durationMinutes"
        label={t('activities.form.duration')}
        suffix={t('activities.form.minutes')}
      />
    </FieldRow>
  )
}

const MessageFields = () => {
  const t = useT()
  const { watch, control } = useFormContext<ActivityFormValues>()
  const [kind, direction, parties] = watch(['kind', 'direction', 'parties'])
  const ways = usePartyWays(parties[0]?.partyId, kind)
  return (
    <>
      <FieldRow>
        {direction === 'incoming' ? (
          <Controller
            control={control}
            name="sender"
            render={(f) => (
              <TextField label={t(`activities.form.sender.${kind}`)} dir="ltr" {...bindField(f)} />
            )}
          />
        ) : (
          <NamesField name="addresses" label={t(`activities.form.addresses.${kind}`)} suggestions={ways} />
        )}
        <MomentField name="at" label={t('activities.form.at')} />
      </FieldRow>
      {kind === 'email' && <NamesField name="copies" label={t('activities.role.copy')} />}
    </>
  )
}
