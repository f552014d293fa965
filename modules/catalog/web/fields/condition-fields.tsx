import { useValues } from '@peyvand/parties/web'
import { FormField, useT } from '@peyvand/platform/web'
import { DatePicker, MultiSelect } from '@peyvand/ui'
import type { Control, FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import { type Conditions, SalesChannel } from '../../contract/index.ts'
import { usePartyGroupOptions } from './use-party-group-options.ts'

type ConditionControl = Control<z.input<typeof Conditions>, unknown, Conditions>
/** The control of any form that has conditions among its fields. */
type Props<V extends FieldValues, O> = { control: Control<V, unknown, O> }

/** For whom and when a price list or a discount is. */
export const ConditionFields = <V extends FieldValues, O>(props: Props<V, O>) => {
  const control = props.control as unknown as ConditionControl
  const t = useT()
  const levels = useValues('customerLevels')
  const groups = usePartyGroupOptions()
  const channels = SalesChannel.options.map((id) => ({ id, label: t(`catalog.channel.${id}`) }))
  const everybody = t('catalog.ui.everybody')
  return (
    <>
      <FormField control={control} name="levelIds">
        {(field) => (
          <MultiSelect
            {...field}
            value={field.value ?? []}
            label={t('catalog.ui.levels')}
            options={levels}
            placeholder={everybody}
          />
        )}
      </FormField>
      <FormField control={control} name="groups">
        {(field) => (
          <MultiSelect
            {...field}
            value={field.value ?? []}
            label={t('catalog.ui.groups')}
            options={groups}
            placeholder={everybody}
          />
        )}
      </FormField>
      <FormField control={control} name="channels">
        {(field) => (
          <MultiSelect
            {...field}
            value={field.value ?? []}
            label={t('catalog.ui.channels')}
            options={channels}
            placeholder={t('catalog.ui.everywhere')}
          />
        )}
      </FormField>
      <span className="max-sm:hidden" />
      <FormField control={control} name="validFrom">
        {(field) => (
          <DatePicker {...field} value={field.value ?? null} isClearable label={t('catalog.ui.validFrom')} />
        )}
      </FormField>
      <FormField control={control} name="validTo">
        {(field) => (
          <DatePicker {...field} value={field.value ?? null} isClearable label={t('catalog.ui.validTo')} />
        )}
      </FormField>
    </>
  )
}
