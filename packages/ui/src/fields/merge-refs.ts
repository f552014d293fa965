import type { Ref } from 'react'

/** One callback ref that fills several refs. */
export const mergeRefs =
  <T>(...refs: (Ref<T> | undefined)[]) =>
  (element: T | null): void => {
    for (const ref of refs) {
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    }
  }
