import { useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'

const prefix = 'peyvand.draft.'
const keptDays = 7

interface Draft {
  at: number
  /** Of the record when the form was opened on it. */
  version?: number | undefined
  values: FieldValues
}

interface FormDraft {
  /** A draft of an earlier, unfinished visit was put into the form. */
  wasRestored: boolean
  /** The version that what is in the form was written over: an older one, where a draft came back to a record that changed. */
  version: number | undefined
  /** Forgets the draft and shows the form as it was meant. */
  discard(): void
  /** Call when the form was saved. */
  clear(): void
}

/**
 * Keeps what is typed in a form on this device until it is saved, so that a lost connection, a closed tab or an
 * ended session loses nothing. `key` names form and record (`parties.new`, `parties.<id>`), `version` is the record's.
 */
export function useDraft<V extends FieldValues>(
  form: UseFormReturn<V>,
  key: string,
  version?: number,
): FormDraft {
  const name = prefix + key
  const [draft] = useState(() => readDraft(name))
  const [isDiscarded, setDiscarded] = useState(false)
  // A form out of a context is another object after every change: only its newest state tells the truth.
  const { watch, formState } = form
  const writtenOver = draft && !isDiscarded ? (draft.version ?? version) : version
  const now = { form, isDirty: formState.isDirty, version: writtenOver }
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })

  useEffect(() => {
    if (draft) {
      const { reset, formState: begun } = latest.current.form
      reset({ ...begun.defaultValues, ...draft.values } as V, { keepDefaultValues: true })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const { unsubscribe } = watch(() => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const { isDirty, form: newest, version: over } = latest.current
        if (isDirty) writeDraft(name, { at: Date.now(), version: over, values: newest.getValues() })
      }, 400)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [watch, name, draft])

  const clear = () => localStorage.removeItem(name)
  return {
    wasRestored: draft !== null && !isDiscarded,
    version: writtenOver,
    clear,
    discard: () => {
      clear()
      form.reset()
      setDiscarded(true)
    },
  }
}

/** On signing out: what one user has begun is not for the next. */
export function forgetDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name)
}

function readDraft(name: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null
    return draft && Date.now() - draft.at < keptDays * 86_400_000 ? draft : null
  } catch {
    return null
  }
}

function writeDraft(name: string, draft: Draft): void {
  try {
    localStorage.setItem(name, JSON.stringify(draft))
  } catch {
    // A full or forbidden storage only means no draft.
  }
}
