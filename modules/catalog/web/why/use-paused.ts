import { useEffect, useState } from 'react'

const pauseMs = 300

/** A value that can be written as JSON, once it has not changed for a moment. */
export function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(key) as T), pauseMs)
    return () => clearTimeout(timer)
  }, [key])
  return paused
}
