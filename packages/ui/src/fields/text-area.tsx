import { type Ref, useLayoutEffect, useRef } from 'react'
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { controlClass, fieldClass } from './field-class.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, fieldParts } from './field-props.ts'
import { mergeRefs } from './merge-refs.ts'

export type TextAreaProps = FieldProps & {
  value: string | null | undefined
  onChange?: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  /** Height grows with the text between these numbers of lines. */
  minRows?: number
  maxRows?: number
  maxLength?: number
  autoFocus?: boolean
  /** Where it does not follow from the text. */
  dir?: 'ltr' | 'rtl'
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text; as tall as what is written. */
export const TextArea = (props: TextAreaProps) => {
  const { chrome, control, className } = fieldParts(props)
  const { value, placeholder, minRows = 3, maxRows = 12, dir, ref, ...rest } = control
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const area = box.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
  })
  return (
    <AriaTextField {...rest} value={value ?? ''} className={fieldClass(className)}>
      <FieldFrame {...chrome}>
        <AriaTextArea
          dir={dir ?? (value ? 'auto' : undefined)}
          rows={minRows}
          placeholder={placeholder ?? ''}
          ref={mergeRefs(box, ref)}
          style={{ maxHeight: `calc(${maxRows} * 1.7em + 14px)` }}
          className={controlClass('resize-none py-1.5')}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
