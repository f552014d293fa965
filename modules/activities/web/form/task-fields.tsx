import { useT } from '@peyvand/platform/web'
import { bindField, Checklist, Select, TimeField } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import { Priority } from '../../contract/index.ts'
import type { ActivityFormValues } from './activity-form-values.ts'
import { DatePresetsRow } from './date-presets-row.tsx'
import { FieldRow } from './field-row.tsx'
import { CountField, DayField } from './form-controls.tsx'

/** By when, how important, in which steps. */
export const TaskFields = () => {
  const t = useT()
  const { control, watch, setValue } = useFormContext<ActivityFormValues>()
  const [dueOn, checklist] = watch(['dueOn', 'checklist'])
  const priorities = Priority.options.map((id) => ({ id, label: t(`activities.priority.${id}`) }))
  return (
    <>
      <DatePresetsRow
        label={t('activities.field.dueAt')}
        value={dueOn}
        onChange={(date) => setValue('dueOn', date, { shouldDirty: true })}
      />
      <FieldRow>
        <DayField name="dueOn" label={t('activities.field.dueAt')} />
        <Controller
          control={control}
          name="dueTime"
          render={(f) => <TimeField label={t('activities.form.dueTime')} {...bindField(f)} />}
        />
        <Controller
          control={control}
          name="priority"
          render={(f) => <Select label={t('activities.priority')} options={priorities} {...bindField(f)} />}
        />
        {checklist.length === 0 && (
          <CountField
            name="progress"
            label={t('activities.form.progress')}
            suffix={t('activities.form.percent')}
            maxValue={100}
          />
        )}
      </FieldRow>
      <Checklist
        label={t('activities.checklist')}
        items={checklist}
        onChange={(items) => setValue('checklist', items, { shouldDirty: true })}
      />
    </>
  )
}
