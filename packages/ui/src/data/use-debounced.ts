import { useEffect, useState } from 'react'

/**
 * A value that follows another only after it has been quiet for so many milliseconds. Objects are told apart by what
 * they say, as JSON has it, so that they may be made anew in every render.
 */
export const useDebounced = <T>(value: T, delay = 200): T => {
  const [settled, settle] = useState(value)
  const said = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(() => value), delay)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same words are the same value
  }, [said, delay])
  return settled
}
