import { useEffect, useRef } from 'react'

interface PeekKeys {
  walk: (step: 1 | -1) => void
  open: () => void
  close: () => void
}

/**
 * While a record is shown beside its list: J and K or the arrows up and down walk through the list, Enter opens the
 * record in full, Escape closes it. Heard before the grid, whose own cell stays where it was.
 */
export function usePeekKeys(isOn: boolean, keys: PeekKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isBusy(event.target)) return
      if (!actOn(event, latest.current)) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [isOn])
}

function actOn({ code, key, target }: KeyboardEvent, keys: PeekKeys): boolean {
  const isInList = !(target instanceof Element) || !target.closest('a, button, aside')
  if (code === 'KeyJ' || (isInList && key === 'ArrowDown')) keys.walk(1)
  else if (code === 'KeyK' || (isInList && key === 'ArrowUp')) keys.walk(-1)
  else if (isInList && key === 'Enter') keys.open()
  else if (key === 'Escape') keys.close()
  else return false
  return true
}

/** Somebody writes, or answers a dialog or a menu. */
const isBusy = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=dialog], [data-editing]',
  ) !== null
