import { useState } from 'react'

/** State that the parent holds when it gives a value, and the component itself otherwise. */
export const useControlled = <T>(value: T | undefined, initial: T, onChange?: (value: T) => void) => {
  const [own, setOwn] = useState(initial)
  const set = (next: T) => {
    if (value === undefined) setOwn(() => next)
    onChange?.(next)
  }
  return [value ?? own, set] as const
}
