import { Phone } from 'lucide-react'
import { CodeField, type CodeFieldProps } from './code-field.tsx'

export type PhoneFieldProps = Omit<CodeFieldProps, 'type' | 'inputMode' | 'prefix'>

/** A telephone number as the user writes it, digits given as Latin; parse it with `parsePhone`. */
export const PhoneField = (props: PhoneFieldProps) => (
  <CodeField
    autoComplete="tel"
    {...props}
    type="tel"
    inputMode="tel"
    prefix={<Phone size={16} className="text-muted" aria-hidden />}
  />
)
