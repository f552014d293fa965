import { useEffect } from 'react'
import { useLatest } from '../use-latest.ts'

/** Ctrl K or ⌘ K anywhere on the page, on Persian keyboards too: the key is read by its place. */
export const usePaletteShortcut = (onToggle: () => void): void => {
  const toggle = useLatest(onToggle)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      toggle()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [toggle])
}
