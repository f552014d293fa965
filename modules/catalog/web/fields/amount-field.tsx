import { useT } from '@peyvand/platform/web'
import { MoneyField, type TextFieldProps } from '@peyvand/ui'
import { type Currency, inMajorUnits, inMinorUnits } from '../../contract/index.ts'
import { DecimalField } from './decimal-field.tsx'

type Props = Pick<
  TextFieldProps,
  'label' | 'description' | 'errorMessage' | 'isRequired' | 'isDisabled' | 'onBlur' | 'aria-label'
> & {
  currency: Currency
  /** Minor units as a decimal string. */
  value: string | null | undefined
  onChange: (value: string | null) => void
  /** Writes the amount in words below while typing. */
  showWords?: boolean
}

/** An amount in any of the currencies. */
export const AmountField = ({ currency, value, onChange, showWords = true, ...rest }: Props) => {
  const t = useT()
  if (currency === 'IRR')
    return <MoneyField {...rest} showWords={showWords} value={value} onChange={onChange} />
  const isAmount = value != null && /^\d+$/.test(value)
  return (
    <DecimalField
      {...rest}
      value={isAmount ? inMajorUnits(value, currency) : value}
      onChange={(typed) => onChange(typed && (inMinorUnits(typed, currency) ?? typed))}
      suffix={<span className="px-1 text-meta text-muted">{t(`catalog.currency.${currency}`)}</span>}
    />
  )
}
