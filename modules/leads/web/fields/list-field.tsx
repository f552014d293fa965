import { TextArea, type TextAreaProps } from '@peyvand/ui'
import { useState } from 'react'

type Props = Omit<TextAreaProps, 'value' | 'onChange'> & {
  value: readonly string[]
  onChange: (value: string[]) => void
}

/** Several short texts, one a line; empty lines count for nothing. */
export const ListField = ({ value, onChange, ...rest }: Props) => {
  // What is being typed, also a line that is still empty.
  const [text, setText] = useState(value.join('\n'))
  return (
    <TextArea
      {...rest}
      minRows={2}
      value={text}
      onChange={(typed) => {
        setText(typed)
        onChange(typed.split('\n').flatMap((line) => line.trim() || []))
      }}
    />
  )
}
