import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Select, Switch, TextField } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import {
  createPriceListRoute,
  currencies,
  type PriceList,
  PriceListInput,
  updatePriceListRoute,
} from '../../contract/index.ts'
import { ConditionFields } from '../fields/condition-fields.tsx'

/** Makes a price list, or changes for whom and when one is. */
export const PriceListDialog = ({ list, onClose }: { list?: PriceList; onClose: () => void }) => {
  const t = useT()
  const navigate = useNavigate()
  const form = useSchemaForm(PriceListInput, {
    name: list?.name ?? '',
    currency: list?.currency ?? 'IRR',
    levelIds: list?.levelIds ?? [],
    groups: list?.groups ?? [],
    channels: list?.channels ?? [],
    validFrom: list?.validFrom ?? null,
    validTo: list?.validTo ?? null,
    active: list?.active ?? true,
  })
  const { control } = form
  const submit = useSubmit(form, async ({ currency, ...values }) => {
    const saved = await (list
      ? callApi(updatePriceListRoute, {
          params: { id: list.id },
          body: { ...values, version: list.version },
        })
      : callApi(createPriceListRoute, { body: { ...values, currency } }))
    await invalidateTopics(['price-lists', 'products'])
    onClose()
    if (!list) void navigate({ to: `/price-lists/${saved.id}` as never })
  })
  const title = list ? t('catalog.ui.editNamed', { name: list.name }) : t('catalog.ui.newPriceList')
  return (
    <FormDialog title={title} submit={submit} onClose={onClose}>
      <FormField control={control} name="name">
        {(field) => <TextField {...field} label={t('catalog.field.name')} isRequired maxLength={120} />}
      </FormField>
      <FormField control={control} name="currency">
        {(field) => (
          <Select
            {...field}
            value={field.value ?? 'IRR'}
            label={t('catalog.ui.currency')}
            options={currencies.map((id) => ({ id, label: t(`catalog.currency.${id}`) }))}
            isDisabled={list !== undefined}
          />
        )}
      </FormField>
      <ConditionFields control={control} />
      <FormField control={control} name="active">
        {({ value, onChange }) => (
          <Switch value={value ?? true} onChange={onChange}>
            {t('catalog.ui.active')}
          </Switch>
        )}
      </FormField>
    </FormDialog>
  )
}
