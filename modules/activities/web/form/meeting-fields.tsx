import { useColleagues, usePartySearch } from '@peyvand/parties/web'
import { Slot, useT } from '@peyvand/platform/web'
import { bindField, TagPicker, TextArea, TextField } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import type { ActivityFormValues } from './activity-form-values.ts'
import { FieldRow } from './field-row.tsx'
import { MomentField } from './form-controls.tsx'

/** Where and when, who comes from our side, and what was recorded. */
export const MeetingFields = () => {
  const t = useT()
  const { control, watch } = useFormContext<ActivityFormValues>()
  const happened = watch('timing') === 'happened'
  return (
    <>
      <FieldRow>
        <MomentField name="at" label={t('activities.form.startsAt')} />
        <MomentField name="endsAt" label={t('activities.form.endsAt')} />
      </FieldRow>
      <FieldRow>
        <Controller
          control={control}
          name="place"
          render={(f) => <TextField label={t('activities.form.place')} {...bindField(f)} />}
        />
        <Controller
          control={control}
          name="link"
          render={(f) => (
            <TextField label={t('activities.form.link')} type="url" dir="ltr" {...bindField(f)} />
          )}
        />
      </FieldRow>
      <ColleaguesField />
      <GuestsField />
      {!happened && <FreeTime />}
      {happened && (
        <Controller
          control={control}
          name="minutes"
          render={(f) => (
            <TextArea label={t('activities.form.minutesOfMeeting')} maxRows={20} {...bindField(f)} />
          )}
        />
      )}
    </>
  )
}

/** When the owner and the invited are free, told by what knows calendars; a time that is chosen there is taken. */
const FreeTime = () => {
  const { watch, setValue } = useFormContext<ActivityFormValues>()
  const [start, end, ownerId, colleagueIds, activityId] = watch([
    'at',
    'endsAt',
    'ownerId',
    'colleagueIds',
    'activityId',
  ])
  const onPick = (time: { start: string; end: string }) => {
    setValue('at', time.start, { shouldDirty: true })
    setValue('endsAt', time.end, { shouldDirty: true })
  }
  const userIds = [...new Set([...(ownerId ? [ownerId] : []), ...colleagueIds])]
  return <Slot name="activities.form.meeting" with={{ start, end, userIds, activityId, onPick }} />
}

const ColleaguesField = () => {
  const t = useT()
  const { watch, setValue } = useFormContext<ActivityFormValues>()
  const colleagues = useColleagues()
  const ids = watch('colleagueIds')
  return (
    <TagPicker
      label={t('activities.form.colleagues')}
      options={colleagues}
      value={ids.map((id) => colleagues.find((one) => one.id === id) ?? { id, label: '…' })}
      onChange={(chosen) =>
        setValue(
          'colleagueIds',
          chosen.map(({ id }) => id),
          { shouldDirty: true },
        )
      }
    />
  )
}

const GuestsField = () => {
  const t = useT()
  const { watch, setValue } = useFormContext<ActivityFormValues>()
  return (
    <TagPicker
      label={t('activities.form.guests')}
      loadOptions={usePartySearch()}
      value={watch('guests')}
      onChange={(guests) => setValue('guests', guests, { shouldDirty: true })}
    />
  )
}
