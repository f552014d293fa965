import { localDate } from '@peyvand/persian'
import { useUi } from '@peyvand/ui'
import { useState } from 'react'

/** The day of the reader's zone on which this was first shown. */
export function useToday(): string {
  const { timeZone } = useUi()
  const [today] = useState(() => localDate(new Date(), timeZone))
  return today
}
