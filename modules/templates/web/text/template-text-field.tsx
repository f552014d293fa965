import type { Locale } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Button, TextArea, type TextAreaProps } from '@peyvand/ui'
import { SquareDashed } from 'lucide-react'
import { useRef } from 'react'
import { fieldMark } from '../../contract/index.ts'
import { InsertFieldButton } from '../fields/insert-field-button.tsx'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { focusAt, insertAtCaret } from './insert-at-caret.ts'
import { SmsCounter } from './sms-counter.tsx'

type Props = Omit<TextAreaProps, 'ref' | 'value' | 'onChange'> & {
  value: string
  onChange: (text: string) => void
  merge: MergeFields
  countsSms?: boolean
  /** Of the text: its way is that of the language, whatever the labels of its fields are in. */
  language?: Locale
}

/** A text with fields and optional parts, written by their labels. */
export const TemplateTextField = ({ merge, countsSms = false, language, ...field }: Props) => {
  const t = useT()
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (before: string, after = '') => {
    const next = insertAtCaret(area.current, field.value, { before, after })
    field.onChange(next.text)
    focusAt(area.current, next.caret)
  }
  return (
    <div className="flex flex-col gap-1">
      <TextArea {...field} {...(language && { dir: language === 'fa' ? 'rtl' : 'ltr' })} ref={area} />
      <div className="flex flex-wrap items-center gap-1">
        <InsertFieldButton merge={merge} onInsert={(key) => insert(fieldMark(merge.markOf(key)))} />
        <Button
          kind="quiet"
          size="small"
          icon={<SquareDashed size={16} aria-hidden />}
          onPress={() => insert('[[', ']]')}
        >
          {t('templates.ui.optionalPart')}
        </Button>
        {countsSms && (
          <span className="ms-auto">
            <SmsCounter text={field.value} />
          </span>
        )}
      </div>
    </div>
  )
}
