import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { CodeField, MultiSelect, SegmentedControl, Select, Switch, TextField } from '@peyvand/ui'
import { useWatch } from 'react-hook-form'
import {
  createDiscountRuleRoute,
  currencies,
  type DiscountRule,
  DiscountRuleInput,
  updateDiscountRuleRoute,
} from '../../contract/index.ts'
import { AmountField } from '../fields/amount-field.tsx'
import { ConditionFields } from '../fields/condition-fields.tsx'
import { DecimalField } from '../fields/decimal-field.tsx'
import { useGroupOptions } from '../fields/use-group-options.ts'
import { ProductsField } from './products-field.tsx'

/** Makes a discount or changes one. */
export const DiscountDialog = ({ rule, onClose }: { rule?: DiscountRule; onClose: () => void }) => {
  const t = useT()
  const groups = useGroupOptions()
  const form = useSchemaForm(DiscountRuleInput, {
    name: rule?.name ?? '',
    kind: rule?.kind ?? 'percent',
    percent: rule?.percent ?? null,
    amount: rule?.amount ?? null,
    currency: rule?.currency ?? 'IRR',
    minQuantity: rule?.minQuantity ?? '0',
    productIds: rule?.productIds ?? [],
    productGroupIds: rule?.productGroupIds ?? [],
    code: rule?.code ?? null,
    stackable: rule?.stackable ?? false,
    levelIds: rule?.levelIds ?? [],
    groups: rule?.groups ?? [],
    channels: rule?.channels ?? [],
    validFrom: rule?.validFrom ?? null,
    validTo: rule?.validTo ?? null,
    active: rule?.active ?? true,
  })
  const { control } = form
  const [kind, currency = 'IRR'] = useWatch({ control, name: ['kind', 'currency'] })
  const submit = useSubmit(form, async (values) => {
    await (rule
      ? callApi(updateDiscountRuleRoute, {
          params: { id: rule.id },
          body: { ...values, version: rule.version },
        })
      : callApi(createDiscountRuleRoute, { body: values }))
    await invalidateTopics(['discount-rules'])
    onClose()
  })
  const title = rule ? t('catalog.ui.editNamed', { name: rule.name }) : t('catalog.ui.newDiscount')
  return (
    <FormDialog title={title} submit={submit} onClose={onClose}>
      <FormField control={control} name="name">
        {(field) => <TextField {...field} label={t('catalog.field.name')} isRequired maxLength={120} />}
      </FormField>
      <FormField control={control} name="kind">
        {({ value, onChange }) => (
          <span className="self-end">
            <SegmentedControl<'percent' | 'amount'>
              label={t('catalog.ui.discountKind')}
              value={value}
              onChange={onChange}
              options={[
                { id: 'percent', label: t('catalog.ui.percent') },
                { id: 'amount', label: t('catalog.ui.amount') },
              ]}
            />
          </span>
        )}
      </FormField>
      {kind === 'percent' ? (
        <FormField control={control} name="percent">
          {(field) => (
            <DecimalField
              {...field}
              label={t('catalog.ui.percent')}
              suffix={<span className="px-1 text-meta text-muted">{t('catalog.ui.percentSign')}</span>}
              isRequired
            />
          )}
        </FormField>
      ) : (
        <>
          <FormField control={control} name="amount">
            {(field) => (
              <AmountField {...field} currency={currency} label={t('catalog.ui.amountOfUnit')} isRequired />
            )}
          </FormField>
          <FormField control={control} name="currency">
            {(field) => (
              <Select
                {...field}
                value={currency}
                label={t('catalog.ui.currency')}
                options={currencies.map((id) => ({ id, label: t(`catalog.currency.${id}`) }))}
              />
            )}
          </FormField>
        </>
      )}
      <FormField control={control} name="minQuantity">
        {(field) => (
          <DecimalField
            {...field}
            value={field.value === '0' ? null : field.value}
            onChange={(text) => field.onChange(text ?? '0')}
            label={t('catalog.ui.minQuantity')}
          />
        )}
      </FormField>
      <FormField control={control} name="productGroupIds">
        {(field) => (
          <MultiSelect
            {...field}
            value={field.value ?? []}
            label={t('catalog.ui.productGroups')}
            options={groups}
            placeholder={t('catalog.ui.allProducts')}
          />
        )}
      </FormField>
      <FormField control={control} name="productIds">
        {({ value, onChange }) => (
          <ProductsField known={rule?.products ?? []} value={value ?? []} onChange={onChange} />
        )}
      </FormField>
      <ConditionFields control={control} />
      <FormField control={control} name="code">
        {(field) => (
          <CodeField
            {...field}
            value={field.value ?? ''}
            onChange={(text) => field.onChange(text || null)}
            label={t('catalog.ui.campaignCode')}
            description={t('catalog.ui.campaignCodeHint')}
          />
        )}
      </FormField>
      <span className="max-sm:hidden" />
      <FormField control={control} name="stackable">
        {({ value, onChange }) => (
          <Switch value={value ?? false} onChange={onChange} description={t('catalog.ui.stackableHint')}>
            {t('catalog.ui.stackable')}
          </Switch>
        )}
      </FormField>
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
