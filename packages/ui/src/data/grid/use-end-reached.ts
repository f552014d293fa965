import { useEffect, useRef } from 'react'

/** Asks for more when the last row in sight comes near the end; once for each number of loaded rows. */
export const useEndReached = (
  lastIndex: number,
  count: number,
  onEndReached: (() => void) | undefined,
): void => {
  const askedAt = useRef(-1)
  useEffect(() => {
    if (count === 0 || lastIndex < count - 10 || askedAt.current === count) return
    askedAt.current = count
    onEndReached?.()
  }, [lastIndex, count, onEndReached])
}
