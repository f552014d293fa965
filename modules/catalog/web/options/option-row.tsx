import { callApi, useT } from '@peyvand/platform/web'
import { Checkbox, IconButton, Select, TextField } from '@peyvand/ui'
import { Trash2 } from 'lucide-react'
import { getProductRoute, type OptionEffect, type ProductOption, Quantity } from '../../contract/index.ts'
import { AmountField } from '../fields/amount-field.tsx'
import { DecimalField } from '../fields/decimal-field.tsx'
import { ProductPicker } from '../fields/product-picker.tsx'

type Props = {
  option: ProductOption
  onChange: (change: Partial<ProductOption>) => void
  onRemove: () => void
}

const kinds = ['none', 'amount', 'percent', 'product'] as const

/** One option: its name, what it does to the price, whether it is chosen beforehand. */
export const OptionRow = ({ option, onChange, onRemove }: Props) => {
  const t = useT()
  const { name, effect, isDefault } = option
  const setEffect = (next: OptionEffect) => onChange({ effect: next })
  return (
    <div className="grid w-full grid-cols-2 items-start gap-2 py-2 md:grid-cols-[minmax(7rem,1fr)_8rem_minmax(9rem,1.3fr)_auto]">
      <TextField
        label={t('catalog.options.optionName')}
        className="max-md:col-span-2"
        maxLength={120}
        value={name}
        onChange={(given) => onChange({ name: given })}
      />
      <Select
        label={t('catalog.options.effect')}
        options={kinds.map((id) => ({ id, label: t(`catalog.options.effect.${id}`) }))}
        value={effect.kind}
        onChange={(kind) => kind && kind !== effect.kind && setEffect(emptyEffect[kind])}
      />
      <EffectField effect={effect} onChange={setEffect} />
      <span className="flex items-center gap-1 max-md:col-span-2 md:pt-6">
        <Checkbox value={isDefault} onChange={(chosen) => onChange({ isDefault: chosen })}>
          {t('catalog.options.isDefault')}
        </Checkbox>
        <IconButton
          label={t('catalog.options.removeOption', { name })}
          icon={<Trash2 />}
          kind="danger"
          onPress={onRemove}
        />
      </span>
    </div>
  )
}

/** Whether everything of an option was written. */
export const isWholeOption = ({ name, effect }: ProductOption): boolean => {
  if (name.trim() === '') return false
  if (effect.kind === 'amount') return /^-?\d{1,15}$/.test(effect.amount)
  if (effect.kind === 'percent') return /^-?\d{1,3}(\.\d{1,2})?$/.test(effect.percent)
  return effect.kind === 'none' || (effect.product.id !== '' && Quantity.safeParse(effect.quantity).success)
}

const emptyEffect: Record<OptionEffect['kind'], OptionEffect> = {
  none: { kind: 'none' },
  amount: { kind: 'amount', amount: '', currency: 'IRR' },
  percent: { kind: 'percent', percent: '' },
  product: {
    kind: 'product',
    product: { id: '', name: '' },
    unit: { id: '', name: '' },
    quantity: '1',
  },
}

type EffectProps = { effect: OptionEffect; onChange: (effect: OptionEffect) => void }

const EffectField = ({ effect, onChange }: EffectProps) => {
  const t = useT()
  switch (effect.kind) {
    case 'none':
      return <span className="max-md:hidden" />
    case 'amount':
      return (
        <AmountField
          label={t('catalog.ui.amount')}
          description={t('catalog.options.signHint')}
          currency={effect.currency}
          showWords={false}
          value={effect.amount}
          onChange={(amount) => onChange({ ...effect, amount: amount ?? '' })}
        />
      )
    case 'percent':
      return (
        <DecimalField
          label={t('catalog.ui.percent')}
          description={t('catalog.options.signHint')}
          suffix={<span className="px-1 text-meta text-muted">{t('catalog.ui.percentSign')}</span>}
          value={effect.percent}
          onChange={(percent) => onChange({ ...effect, percent: percent ?? '' })}
        />
      )
    case 'product':
      return <BroughtAlong effect={effect} onChange={onChange} />
  }
}

type Bringing = Extract<OptionEffect, { kind: 'product' }>

const BroughtAlong = ({ effect, onChange }: { effect: Bringing; onChange: (effect: Bringing) => void }) => {
  const t = useT()
  const choose = async (id: string | null) => {
    if (id === null) return onChange({ ...effect, product: { id: '', name: '' } })
    const { name, unit } = await callApi(getProductRoute, { params: { id } })
    onChange({ ...effect, product: { id, name }, unit })
  }
  return (
    <div className="grid grid-cols-[1fr_5rem] gap-2 max-md:col-span-2">
      <ProductPicker
        label={t('catalog.ui.product')}
        value={effect.product.id || null}
        valueLabel={effect.product.name}
        onChange={(id) => void choose(id)}
      />
      <DecimalField
        label={t('catalog.ui.quantity')}
        value={effect.quantity}
        onChange={(quantity) => onChange({ ...effect, quantity: quantity ?? '' })}
      />
    </div>
  )
}
