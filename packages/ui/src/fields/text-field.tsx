import type { HTMLInputTypeAttribute, ReactNode, Ref } from 'react'
import { TextField as AriaTextField, Group, Input } from 'react-aria-components'
import { cx } from '../cx.ts'
import { boxClass, controlClass, fieldClass, innerInputClass } from './field-class.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'

export type TextFieldProps = FieldProps & {
  value: string | null | undefined
  onChange?: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'url' | 'tel' | 'password'>
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | 'none'
  autoComplete?: string
  autoFocus?: boolean
  maxLength?: number
  /** `ltr` for codes and addresses; free text finds its own direction. */
  dir?: 'ltr' | 'auto'
  /** Icon or short text inside the box. */
  prefix?: ReactNode
  suffix?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** One line of text. The ref is the input, so that a form can focus the first error. */
export const TextField = (props: TextFieldProps) => {
  const { chrome, control, className } = fieldParts(props)
  const { value, placeholder, dir = 'auto', prefix, suffix, ref, ...rest } = control
  // An empty dir="auto" input falls back to left-to-right; the placeholder should not.
  const input = {
    dir: dir === 'auto' && !value ? undefined : dir,
    placeholder: placeholder ?? '',
    ref: ref ?? null,
  }
  const isBox = prefix != null || suffix != null
  return (
    <AriaTextField {...rest} value={value ?? ''} className={fieldClass(className)}>
      <FieldFrame {...chrome}>
        {isBox ? (
          <Group
            className={boxClass(cx(prefix != null && 'ps-2.5', suffix != null && 'pe-1.5', 'text-muted'))}
          >
            {prefix}
            <Input {...input} className={innerInputClass(cx('text-text', dir === 'ltr' && 'rtl:text-end'))} />
            {suffix}
          </Group>
        ) : (
          <Input {...input} className={controlClass(dir === 'ltr' ? 'ltr-field' : '')} />
        )}
      </FieldFrame>
    </AriaTextField>
  )
}
