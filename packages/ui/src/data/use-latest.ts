import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that never changes its identity and always runs the newest version: for memoised rows. */
export const useLatest = <A extends unknown[], R>(run: (...args: A) => R): ((...args: A) => R) => {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
