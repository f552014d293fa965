import { useEffect, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { DraftLine } from '../lines/draft-line.ts'
import type { DocumentValues } from './document-values.ts'

/**
 * The lines of the form. It makes copies of what it is given; here the same line stays the same object, so that of
 * two hundred only the one that changed is drawn anew.
 */
export function useFormLines() {
  const { getValues, setValue, watch } = useFormContext<DocumentValues>()
  const [lines, show] = useState<readonly DraftLine[]>(() => getValues('lines'))
  useEffect(() => {
    // A change without a name is one of the whole form: a draft that came back, or was let go.
    const { unsubscribe } = watch((values, { name }) => {
      if (!name) show((values.lines ?? []) as DraftLine[])
    })
    return unsubscribe
  }, [watch])
  const put = (next: readonly DraftLine[]) => {
    show(next)
    setValue('lines', [...next], { shouldDirty: true })
  }
  return [lines, put] as const
}
