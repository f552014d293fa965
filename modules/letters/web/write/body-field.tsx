import type { WrittenText } from '@peyvand/activities/web'
import { Slot, useT } from '@peyvand/platform/web'
import { bindField, IconButton, TextArea } from '@peyvand/ui'
import { Bold, List, ListOrdered, Table } from 'lucide-react'
import { useRef } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { type Mark, withMark } from './body-marks.ts'
import type { LetterInput } from './letter-values.ts'

const marks = { bold: Bold, list: List, numbers: ListOrdered, table: Table }

type Props = {
  /** Of a letter that is there already. */
  letterId: string | null
  partyName: string | null
}

/** The text of a letter with buttons for its marks and with what other modules offer for writing it. */
export const BodyField = ({ letterId, partyName }: Props) => {
  const t = useT()
  const { control, getValues, setValue, watch } = useFormContext<LetterInput>()
  const area = useRef<HTMLTextAreaElement>(null)
  const [subject, body, partyId, answerBy] = watch(['subject', 'body', 'partyId', 'answerBy'])
  const put = (mark: Mark) => {
    const box = area.current
    if (!box) return
    const { selectionStart: start, selectionEnd: end } = box
    const heads = t('letters.ui.tableHeads')
    const marked = withMark(mark, { text: getValues('body') ?? '', start, end }, { heads })
    setValue('body', marked.text, { shouldDirty: true })
    requestAnimationFrame(() => {
      box.focus()
      box.setSelectionRange(marked.start, marked.end)
    })
  }
  const written: WrittenText = {
    kind: 'letter',
    activityId: letterId,
    party: partyId ? { id: partyId, name: partyName ?? '' } : null,
    subject,
    body: body ?? '',
    at: null,
    dueOn: answerBy ?? null,
    place: '',
    link: '',
    field: area,
    onChange: (change) => {
      if (change.subject !== undefined) setValue('subject', change.subject, { shouldDirty: true })
      if (change.body !== undefined) setValue('body', change.body, { shouldDirty: true })
    },
  }
  return (
    <div className="flex flex-col gap-1.5">
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
      <Slot name="activities.text" with={written} />
    </div>
  )
}
