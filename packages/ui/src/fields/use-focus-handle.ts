import { type Ref, type RefObject, useImperativeHandle, useRef } from 'react'

/** What a form needs of a field made of several parts. */
export type FocusHandle = { focus: () => void }

/** Gives a form a way into a group: `focus()` goes to its first part. @returns the ref of the group's element */
export const useFocusHandle = (
  ref: Ref<FocusHandle> | undefined,
  part: string,
): RefObject<HTMLDivElement | null> => {
  const group = useRef<HTMLDivElement>(null)
  useImperativeHandle(
    ref,
    () => ({ focus: () => group.current?.querySelector<HTMLElement>(part)?.focus() }),
    [part],
  )
  return group
}
