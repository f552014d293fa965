import { callApi } from '@peyvand/platform/web'
import { useEffect, useState } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import { type DuplicateHit, findDuplicatesRoute } from '../../contract/index.ts'
import type { PartyFormValues } from './party-form-values.ts'

const typingPause = 400

/** Records that may be the party being typed; asked for when typing pauses, the last answer wins. */
export function useDuplicates(control: Control<PartyFormValues>, exceptId?: string): readonly DuplicateHit[] {
  const values = useWatch({ control }) as PartyFormValues
  const question = duplicateQuestion(values)
  const asked = question ? JSON.stringify({ ...question, ...(exceptId && { exceptId }) }) : null
  const [found, setFound] = useState<{ asked: string; hits: readonly DuplicateHit[] } | null>(null)
  useEffect(() => {
    if (asked === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      callApi(findDuplicatesRoute, { body: JSON.parse(asked) }, { signal: abort.signal }).then(
        ({ items }) => setFound({ asked, hits: items }),
        // A warning that cannot be had must not stop the typing; saving asks again.
        () => {},
      )
    }, typingPause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked])
  return asked === null ? [] : (found?.hits ?? [])
}

/** What is worth asking about; null while too little is known. */
export function duplicateQuestion(values: PartyFormValues) {
  const { kind, name, firstName, lastName, number, nationalId, legalNationalId } = values
  const texts = kind === 'person' ? { firstName, lastName, nationalId } : { name, legalNationalId }
  const filled = Object.entries({ ...texts, number }).filter(([, text]) => text && text.trim().length >= 3)
  const contactPoints = values.contactPoints
    .filter(({ value }) => value.trim().length >= 5)
    .map(({ type, value }) => ({ type, value }))
  if (filled.length === 0 && contactPoints.length === 0) return null
  return { kind, ...Object.fromEntries(filled), contactPoints }
}
