import type { Currency, ManualDiscount } from '@peyvand/catalog/contract'
import { AmountField, DecimalField } from '@peyvand/catalog/web'
import { useT } from '@peyvand/platform/web'
import { Select } from '@peyvand/ui'
import { useState } from 'react'

interface Props {
  value: ManualDiscount | null
  currency: Currency
  errorMessage?: string | undefined
  onChange: (value: ManualDiscount | null) => void
}

/** A discount by hand: of the price in percent, or an amount off each unit. */
export const DiscountField = ({ value, currency, errorMessage, onChange }: Props) => {
  const t = useT()
  const [kind, setKind] = useState<ManualDiscount['kind']>(value?.kind ?? 'percent')
  const put = (text: string | null) => {
    if (!text || text === '0') onChange(null)
    else onChange(kind === 'percent' ? { kind, percent: text } : { kind, amount: text })
  }
  const label = t('documents.line.discount')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] gap-3">
      <Select
        label={t('documents.ui.discountKind')}
        options={(['percent', 'amount'] as const).map((id) => ({
          id,
          label: t(`documents.ui.discount.${id}`),
        }))}
        value={kind}
        onChange={(chosen) => {
          if (!chosen) return
          setKind(chosen)
          onChange(null)
        }}
      />
      {kind === 'percent' ? (
        <DecimalField
          label={label}
          value={value?.kind === 'percent' ? value.percent : null}
          errorMessage={errorMessage}
          onChange={put}
        />
      ) : (
        <AmountField
          label={label}
          currency={currency}
          value={value?.kind === 'amount' ? value.amount : null}
          errorMessage={errorMessage}
          onChange={put}
          showWords={false}
        />
      )}
    </div>
  )
}
