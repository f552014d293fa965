import { localDate } from '@peyvand/persian'
import { useUi } from '@peyvand/ui'
import { useSyncExternalStore } from 'react'

const minute = 60_000

/** Today where the firm works, `YYYY-MM-DD`; a page left open goes over midnight with it. */
export function useToday(): string {
  const { timeZone } = useUi()
  return useSyncExternalStore(everyMinute, () => localDate(new Date(), timeZone))
}

const everyMinute = (onChange: () => void) => {
  const timer = setInterval(onChange, minute)
  return () => clearInterval(timer)
}
