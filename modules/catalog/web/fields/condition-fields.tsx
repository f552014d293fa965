import { listPartyGroupsRoute } from '@peyvand/parties/contract'
import { useValues } from '@peyvand/parties/web'
import { FormField, useRoute, useT } from '@peyvand/platform/web'
import { DatePicker, MultiSelect, type Option, useUi } from '@peyvand/ui'
import type { Control, FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import { type Conditions, SalesChannel } from '../../contract/index.ts'

/** Groups of parties by key. */
export function usePartyGroupOptions(): Option[] {
  const { locale } = useUi()
  const { data } = useRoute(listPartyGroupsRoute, { query: {} }, { staleTime: 5 * 60_000 })
  return (data?.items ?? [])
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ key, nameFa, nameEn }) => ({ id: key, label: locale === 'fa' ? nameFa : nameEn }))
}

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
