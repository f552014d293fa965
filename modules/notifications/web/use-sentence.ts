import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import { useCallback } from 'react'
import { type Notification, sentenceOf } from '../contract/index.ts'

/** Says a notification in the reader's language and calendar. */
export function useSentence() {
  const t = useT()
  const format = useFormat()
  return useCallback(
    (notification: Notification) =>
      sentenceOf(notification, {
        t,
        when: (value) => (value.length === 10 ? format.date(value) : format.dateTime(value)),
      }),
    [t, format],
  )
}
