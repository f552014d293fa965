import { useT } from '@peyvand/platform/web'
import { bindField, IconButton, TextArea } from '@peyvand/ui'
import { Bold, List, ListOrdered, Table } from 'lucide-react'
import { useRef } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { type Mark, withMark } from './body-marks.ts'
import type { LetterInput } from './letter-values.ts'

const marks = { bold: Bold, list: List, numbers: ListOrdered, table: Table }

/** The text of a letter with buttons for its marks; how it will look stands beside it. */
export const BodyField = () => {
  const t = useT()
  const { control, getValues, setValue } = useFormContext<LetterInput>()
  const area = useRef<HTMLTextAreaElement>(null)
  const put = (mark: Mark) => {
    const box = area.current
    if (!box) return
    const { selectionStart: start, selectionEnd: end } = box
    const marked = withMark(
      mark,
      { text: getValues('body') ?? '', start, end },
      { heads: t('letters.ui.tableHeads') },
    )
    setValue('body', marked.text, { shouldDirty: true })
    requestAnimationFrame(() => {
      box.focus()
      box.setSelectionRange(marked.start, marked.end)
    })
  }
  return (
    <div className="flex flex-col gap-1">
      <div role="toolbar" aria-label={t('letters.ui.marks')} className="flex gap-1">
        {(Object.keys(marks) as Mark[]).map((mark) => {
          const Icon = marks[mark]
          return (
            <IconButton
              key={mark}
              label={t(`letters.ui.mark.${mark}`)}
              icon={<Icon />}
              onPress={() => put(mark)}
            />
          )
        })}
      </div>
      <Controller
        control={control}
        name="body"
        render={(f) => {
          const { ref, ...field } = bindField(f)
          return (
            <TextArea
              {...field}
              ref={(box) => {
                area.current = box
                ref(box)
              }}
              label={t('letters.ui.body')}
              description={t('letters.ui.bodyHint')}
              minRows={12}
              maxRows={26}
            />
          )
        }}
      />
    </div>
  )
}
