import { toast } from '@peyvand/ui'
import { useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useT } from '../i18n.ts'
import { invalidateTopics } from '../query.ts'
import { useConflict } from './use-conflict.tsx'
import { useSubmit } from './use-submit.ts'

type Conflict<R, V extends object> = Parameters<typeof useConflict<R, V>>[0]

interface Options<R, V extends FieldValues> extends Pick<Conflict<R, V>, 'valuesOf' | 'inWords'> {
  /** What is changed; undefined for a new one. */
  opened: R | undefined
  /** Null where the form shows what is wrong instead. */
  create: (values: V) => Promise<R | null>
  update: (values: V, record: R) => Promise<R>
  topics: Parameters<typeof invalidateTopics>[0]
  onSaved: (saved: R) => void
}

/**
 * Sends a form that makes a record or changes one; a version of somebody else's that came between is shown beside it, in
 * `dialog`. `record` is what is changed, as somebody else has left it where theirs was taken.
 */
export function useRecordSubmit<R, V extends FieldValues>(form: UseFormReturn<V>, options: Options<R, V>) {
  const { opened, valuesOf, inWords, create, update, topics, onSaved } = options
  const t = useT()
  const [record, setRecord] = useState(opened)
  const { saveOver, dialog } = useConflict<R, V>({
    valuesOf,
    inWords,
    onTheirs: (current) => {
      setRecord(current)
      form.reset(valuesOf(current))
    },
  })
  const submit = useSubmit(form as unknown as UseFormReturn<V, unknown, V>, async (mine) => {
    const saved = record ? await saveOver({ record, mine, save: update }) : await create(mine)
    if (!saved) return
    await invalidateTopics(topics)
    if (record) toast({ kind: 'ok', title: t('web.saved') })
    onSaved(saved)
  })
  return { submit, dialog, record }
}
