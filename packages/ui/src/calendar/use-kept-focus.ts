import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus on an item that moves to another place of the grid: there it is a new element, and the page would
 * otherwise forget where the reader was. Items are marked by `data-item`.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  const focused = useRef<string | null>(null)
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const onFocusIn = (event: FocusEvent) => {
      focused.current =
        (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset['item'] ?? null
    }
    // Leaving for something else forgets; being taken off the page leaves the body focused and does not.
    const onFocusOut = (event: FocusEvent) => {
      if (event.relatedTarget) focused.current = null
    }
    element.addEventListener('focusin', onFocusIn)
    element.addEventListener('focusout', onFocusOut)
    return () => {
      element.removeEventListener('focusin', onFocusIn)
      element.removeEventListener('focusout', onFocusOut)
    }
  }, [root])
  useEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return
    root.current
      ?.querySelector<HTMLElement>(`[data-item="${CSS.escape(focused.current)}"]`)
      ?.focus({ preventScroll: true })
  })
}
