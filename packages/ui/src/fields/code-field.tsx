import { localizeDigits, toLatinDigits } from '@peyvand/persian'
import type { Ref } from 'react'
import { useUi } from '../provider/ui-context.ts'
import { mergeRefs } from './merge-refs.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'
import { useLocalDigits } from './use-local-digits.ts'

export type CodeFieldProps = Omit<TextFieldProps, 'dir' | 'type' | 'ref'> & {
  type?: 'text' | 'tel' | 'email' | 'url'
  ref?: Ref<HTMLInputElement>
}

/**
 * Codes, numbers of documents, national ids: left to right, digits shown in the language and given as
 * Latin, `onChange('0012345678')`. Addresses of mail and web keep the digits they have.
 */
export const CodeField = ({ value, onChange, ref, inputMode = 'text', ...rest }: CodeFieldProps) => {
  const { locale } = useUi()
  const isAddress = rest.type === 'email' || rest.type === 'url'
  const digitsRef = useLocalDigits(!isAddress)
  return (
    <TextField
      autoComplete="off"
      inputMode={inputMode}
      {...rest}
      dir="ltr"
      ref={mergeRefs(digitsRef, ref)}
      value={isAddress ? value : localizeDigits(value ?? '', locale)}
      onChange={(text) => onChange?.(toLatinDigits(text))}
    />
  )
}
