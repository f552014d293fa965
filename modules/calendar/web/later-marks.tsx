import { lazyPart } from '@peyvand/ui'
import { useEffect, useState } from 'react'

const HolidayMarks = lazyPart(async () => (await import('./holiday-marks.tsx')).HolidayMarks)

/** Nobody opens a calendar in the first moments, so the first screen does not wait for its holidays. */
const waitMs = 2500

export const LaterMarks = () => {
  const [isTime, setTime] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), waitMs)
    return () => clearTimeout(timer)
  }, [])
  return isTime && <HolidayMarks />
}
