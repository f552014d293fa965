import { useColleagues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { ComboBox, DatePicker, Select, TextField } from '@peyvand/ui'
import { activityKinds } from '../../contract/index.ts'
import type { FollowUpValues } from './activity-form-values.ts'
import { DatePresetsRow } from './date-presets-row.tsx'
import { FieldRow } from './field-row.tsx'

type Props = {
  value: FollowUpValues
  onChange: (value: FollowUpValues) => void
  /** Shown where the subject is left empty. */
  subjectHint: string
}

/** The next step: what, when, by whom. */
export const FollowUpFields = ({ value, onChange, subjectHint }: Props) => {
  const t = useT()
  const colleagues = useColleagues()
  const put = (change: Partial<FollowUpValues>) => onChange({ ...value, ...change })
  return (
    <div className="flex flex-col gap-3">
      <DatePresetsRow
        label={t('activities.followUp.when')}
        value={value.dueOn}
        onChange={(dueOn) => put({ dueOn })}
      />
      <FieldRow>
        <DatePicker
          label={t('activities.followUp.date')}
          isClearable
          value={value.dueOn}
          onChange={(dueOn) => put({ dueOn })}
        />
        <Select
          label={t('activities.followUp.kind')}
          options={activityKinds.map((id) => ({ id, label: t(`activities.kind.${id}`) }))}
          value={value.kind}
          onChange={(kind) => {
            if (kind) put({ kind })
          }}
        />
        <ComboBox
          label={t('activities.followUp.owner')}
          options={colleagues}
          value={value.ownerId}
          onChange={(ownerId) => put({ ownerId })}
        />
      </FieldRow>
      <TextField
        label={t('activities.followUp.subject')}
        placeholder={subjectHint}
        value={value.subject}
        onChange={(subject) => put({ subject })}
      />
    </div>
  )
}
