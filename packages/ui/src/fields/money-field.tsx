import { amountInWords, formatMoney, type MoneyUnit, parseMoney } from '@peyvand/persian'
import { type Ref, useLayoutEffect, useRef, useState } from 'react'
import { useTexts, useUi } from '../provider/ui-context.ts'
import type { FieldProps } from './field-props.ts'
import { mergeRefs } from './merge-refs.ts'
import { TextField } from './text-field.tsx'
import { useLocalDigits } from './use-local-digits.ts'

export type MoneyFieldProps = FieldProps & {
  /** Whole Rial as a decimal string, so that no amount loses digits. */
  value: string | null | undefined
  onChange?: (value: string | null) => void
  onBlur?: () => void
  /** Unit shown and typed; default is the firm's. The value stays in Rial. */
  unit?: MoneyUnit
  /** Writes the amount in words below while typing; only in Persian. */
  showWords?: boolean
  ref?: Ref<HTMLInputElement>
}

/** An amount of money: grouped while it is typed, spelt out below. «۲/۵ میلیون» is understood on leaving; what is no amount is null. */
export const MoneyField = ({
  value,
  onChange,
  onBlur,
  unit,
  showWords = true,
  description,
  errorMessage,
  ref,
  ...rest
}: MoneyFieldProps) => {
  const t = useTexts()
  const { locale, moneyUnit } = useUi()
  const shownUnit = unit ?? moneyUnit
  const input = useRef<HTMLInputElement>(null)
  const caretFromEnd = useRef<number | null>(null)
  const digitsRef = useLocalDigits()
  // What is being typed when it is not (yet) a plain amount: «۲/۵ میلیون», a lone minus.
  const [draft, setDraft] = useState<string | null>(null)
  const [isUnread, setUnread] = useState(false)
  const formatted = value ? formatMoney(value, { unit: shownUnit, locale, withUnit: false }) : ''
  const text = draft ?? formatted

  useLayoutEffect(() => {
    const box = input.current
    if (!box || caretFromEnd.current === null) return
    const at = Math.max(0, box.value.length - caretFromEnd.current)
    box.setSelectionRange(at, at)
    caretFromEnd.current = null
  })

  const change = (typed: string) => {
    const box = input.current
    caretFromEnd.current = box ? typed.length - (box.selectionStart ?? typed.length) : null
    // Separators of a half-typed amount stand wrong; only the digits count.
    const isPlain = /^[-−\u200e]*[\d۰-۹٠-٩,٬]*$/u.test(typed)
    const amount = parseMoney(isPlain ? typed.replace(/[,٬]/g, '') : typed, { unit: shownUnit })
    setDraft(isPlain && (amount.ok || typed === '') ? null : typed)
    setUnread(false)
    onChange?.(amount.ok ? amount.value.toString() : null)
  }
  const words = showWords && locale === 'fa' && value ? amountInWords(value, { unit: shownUnit }) : null
  return (
    <TextField
      {...rest}
      ref={mergeRefs(input, digitsRef, ref)}
      dir="ltr"
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={change}
      onBlur={() => {
        // What cannot be read stays for its writer to mend.
        const isAmount = draft === null || parseMoney(draft, { unit: shownUnit }).ok
        if (isAmount) setDraft(null)
        setUnread(!isAmount)
        onBlur?.()
      }}
      description={words ?? description}
      errorMessage={isUnread ? t.amountUnread : errorMessage}
      suffix={<span className="px-1 text-meta text-muted">{t[shownUnit]}</span>}
    />
  )
}
