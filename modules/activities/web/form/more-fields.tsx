import { PartyPicker, TagsField, useColleagues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { bindField, ComboBox, MoneyField, Select } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import { Confidentiality } from '../../contract/index.ts'
import type { ActivityFormValues } from './activity-form-values.ts'
import { FieldRow } from './field-row.tsx'
import { DayField } from './form-controls.tsx'
import { OwnFields } from './own-fields.tsx'
import { PartiesField } from './parties-field.tsx'
import { RecurrenceField } from './recurrence-field.tsx'
import { TargetsField } from './targets-field.tsx'

type Props = {
  /** The names of what is chosen already, before the lists have come. */
  known?: { marketer?: string | undefined; tags?: readonly { id: string; name: string }[] }
}

/** What every kind may have and few need: folded. */
export const MoreFields = ({ known = {} }: Props) => {
  const t = useT()
  const { control, watch, setValue } = useFormContext<ActivityFormValues>()
  const colleagues = useColleagues()
  const [kind, tagIds, recurrence] = watch(['kind', 'tagIds', 'recurrence'])
  const levels = Confidentiality.options.map((id) => ({ id, label: t(`activities.confidentiality.${id}`) }))
  return (
    <div className="flex flex-col gap-3.5">
      <PartiesField />
      <TargetsField />
      <FieldRow>
        <Controller
          control={control}
          name="ownerId"
          render={(f) => (
            <ComboBox label={t('activities.field.owner')} options={colleagues} {...bindField(f)} />
          )}
        />
        <Controller
          control={control}
          name="viaMarketerId"
          render={(f) => (
            <PartyPicker
              label={t('activities.field.viaMarketer')}
              group="marketers"
              {...(known.marketer && { valueLabel: known.marketer })}
              {...bindField(f)}
            />
          )}
        />
        <Controller
          control={control}
          name="confidentiality"
          render={(f) => (
            <Select label={t('activities.confidentiality')} options={levels} {...bindField(f)} />
          )}
        />
      </FieldRow>
      <FieldRow>
        {kind !== 'task' && <DayField name="dueOn" label={t('activities.field.dueAt')} />}
        <Controller
          control={control}
          name="cost"
          render={(f) => <MoneyField label={t('activities.field.cost')} {...bindField(f)} />}
        />
        <TagsField
          label={t('activities.field.tags')}
          value={tagIds}
          onChange={(ids) => setValue('tagIds', ids, { shouldDirty: true })}
          {...(known.tags && { known: known.tags })}
        />
      </FieldRow>
      <OwnFields required={false} />
      {(kind === 'task' || kind === 'meeting' || kind === 'call') && (
        <RecurrenceField
          value={recurrence}
          onChange={(rule) => setValue('recurrence', rule, { shouldDirty: true })}
        />
      )}
    </div>
  )
}
