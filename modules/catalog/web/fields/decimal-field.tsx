import { parseDecimal } from '@peyvand/persian'
import { TextField, type TextFieldProps, useFormat } from '@peyvand/ui'
import { useState } from 'react'

type Props = Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'inputMode' | 'dir'> & {
  /** A decimal string. */
  value: string | null | undefined
  /** What is no number is given on as it was typed, for the form to tell. */
  onChange?: (value: string | null) => void
}

/** An exact decimal: quantities, factors, percents, foreign amounts. */
export const DecimalField = ({ value, onChange, onBlur, ...rest }: Props) => {
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    setTyped(text)
    const parsed = parseDecimal(text)
    onChange?.(text.trim() === '' ? null : parsed.ok ? parsed.value : text)
  }
  return (
    <TextField
      {...rest}
      dir="ltr"
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? (value ? format.digits(value) : '')}
      onChange={change}
      onBlur={() => {
        setTyped(null)
        onBlur?.()
      }}
    />
  )
}
