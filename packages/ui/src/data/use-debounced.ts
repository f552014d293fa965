import { useEffect, useState } from 'react'

/** A value that follows another only after it has been quiet for so many milliseconds. */
export const useDebounced = <T>(value: T, delay = 200): T => {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(() => value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return settled
}
