import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useTexts } from '../provider/ui-context.ts'
import { innerButtonClass } from './field-class.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'dir' | 'prefix' | 'suffix'>

/** A password that can be shown while typing. Set `autoComplete` to current-password or new-password. */
export const PasswordField = (props: PasswordFieldProps) => {
  const t = useTexts()
  const [isShown, show] = useState(false)
  return (
    <TextField
      autoComplete="current-password"
      {...props}
      dir="ltr"
      type={isShown ? 'text' : 'password'}
      suffix={
        <ToggleButton
          isSelected={isShown}
          onChange={show}
          aria-label={isShown ? t.hidePassword : t.showPassword}
          className={innerButtonClass()}
        >
          {isShown ? <EyeOff /> : <Eye />}
        </ToggleButton>
      }
    />
  )
}
