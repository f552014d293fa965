import { callApi, useProblemText } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useState } from 'react'
import { type ContactPoint, revealContactRoute } from '../../contract/index.ts'
import { isMasked } from '../display/contact-href.ts'

/** A contact point that may be masked, and the way to read it in full while this screen is open. */
export function useRevealed(partyId: string, given: ContactPoint) {
  const problem = useProblemText()
  const [value, setValue] = useState<string | null>(null)
  const point = value === null ? given : { ...given, value }
  const reveal = async () => {
    try {
      const answer = await callApi(revealContactRoute, {
        params: { id: partyId },
        body: { contactPointId: given.id },
      })
      setValue(answer.value)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return { point, isMasked: isMasked(point.value), reveal }
}
