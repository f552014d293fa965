import { type Currency, listVatClassesRoute } from '@peyvand/catalog/contract'
import { AmountField } from '@peyvand/catalog/web'
import { useRoute, useT } from '@peyvand/platform/web'
import { Button, IconButton, Select, TextField, useFormat } from '@peyvand/ui'
import { Plus, X } from 'lucide-react'
import type { ChargeValues } from './document-values.ts'

interface Props {
  value: readonly ChargeValues[]
  currency: Currency
  onChange: (charges: ChargeValues[]) => void
}

/** What comes to the lines: freight, packing, installation. */
export const ChargesField = ({ value, currency, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(listVatClassesRoute, {}, { staleTime: 5 * 60_000, enabled: value.length > 0 })
  const classes = (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null)
  const put = (at: number, change: Partial<ChargeValues>) =>
    onChange(value.map((charge, index) => (index === at ? { ...charge, ...change } : charge)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className="sr-only">{t('documents.field.charges')}</legend>
      {value.map((charge, at) => (
        <fieldset
          // oxlint-disable-next-line react/no-array-index-key -- a charge has its place and nothing else
          key={at}
          aria-label={t('documents.ui.chargeNumber', { number: format.number(at + 1) })}
          className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_auto] items-end gap-2 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1.2fr)_minmax(0,1fr)_auto]"
        >
          <TextField
            label={t('documents.ui.chargeLabel')}
            value={charge.label}
            maxLength={120}
            onChange={(label) => put(at, { label })}
          />
          <AmountField
            label={t('documents.ui.amount')}
            currency={currency}
            value={charge.amount}
            showWords={false}
            onChange={(amount) => put(at, { amount })}
          />
          <Select
            className="max-sm:col-span-2"
            label={t('documents.line.vatClass')}
            placeholder={t('documents.ui.noVat')}
            options={classes.map(({ id, name }) => ({ id, label: name }))}
            value={charge.vatClassId}
            isClearable
            onChange={(vatClassId) => put(at, { vatClassId })}
          />
          <IconButton
            kind="danger"
            label={t('documents.ui.removeCharge', { number: format.number(at + 1) })}
            icon={<X />}
            onPress={() => onChange(value.filter((_, index) => index !== at))}
          />
        </fieldset>
      ))}
      <Button
        size="small"
        kind="quiet"
        className="self-start"
        icon={<Plus size={15} aria-hidden />}
        isDisabled={value.length >= 20}
        onPress={() => onChange([...value, { label: '', amount: null, vatClassId: null }])}
      >
        {t('documents.ui.addCharge')}
      </Button>
    </fieldset>
  )
}
