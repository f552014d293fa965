import { useEffect, useRef } from 'react'

type End = {
  /** Index of the last row in sight; −1 while there is none. */
  lastIndex: number
  count: number
  /** Key of the last loaded row: the same number of other rows is another end. */
  lastKey: string | undefined
  onEndReached: (() => void) | undefined
}

const NEAR = 10

/** Asks for more when the last row in sight comes near the end; once for each end. */
export const useEndReached = ({ lastIndex, count, lastKey, onEndReached }: End): void => {
  const askedAt = useRef<string>(undefined)
  useEffect(() => {
    if (!onEndReached || count === 0 || lastIndex < count - NEAR || askedAt.current === lastKey) return
    askedAt.current = lastKey
    onEndReached()
  }, [lastIndex, count, lastKey, onEndReached])
}
