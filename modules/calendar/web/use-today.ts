import { localDate } from '@peyvand/persian'
import { useUi } from '@peyvand/ui'
import { useEffect, useState } from 'react'

/** Today in the reader's zone; it changes at midnight while the screen stays open. */
export function useToday(): string {
  const { timeZone } = useUi()
  return useEveryMinute(() => localDate(new Date(), timeZone))
}

/** Minutes since midnight in the reader's zone. */
export function useMinuteOfDay(minuteOf: (instant: string) => number): number {
  return useEveryMinute(() => minuteOf(new Date().toISOString()))
}

function useEveryMinute<T extends string | number>(read: () => T): T {
  const [value, setValue] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setValue(read()), 60_000)
    return () => clearInterval(timer)
  })
  return value
}
