import { localizeDigits } from '@peyvand/persian'
import { useEffect, useRef } from 'react'
import { useUi } from '../provider/ui-context.ts'

const digits = /[0-9۰-۹٠-٩]/

/**
 * Turns digits into those of the language while they are typed or pasted, whatever the keyboard gives.
 * Rewriting in the browser's own event keeps the caret and the undo history; React's synthetic
 * beforeinput loses characters, and React Aria would keep the digits it was given.
 * @returns a ref for the input
 */
export const useLocalDigits = (isOn = true) => {
  const ref = useRef<HTMLInputElement>(null)
  const { locale } = useUi()
  useEffect(() => {
    const input = ref.current
    if (!input || !isOn) return
    const rewrite = (event: Event, text: string | null | undefined) => {
      if (!text || !digits.test(text)) return
      const local = localizeDigits(text, locale)
      if (local === text) return
      event.preventDefault()
      event.stopImmediatePropagation()
      document.execCommand('insertText', false, local)
    }
    const typed = (event: InputEvent) => {
      if (event.inputType === 'insertText' && !event.isComposing) rewrite(event, event.data)
    }
    const pasted = (event: ClipboardEvent) => rewrite(event, event.clipboardData?.getData('text/plain'))
    input.addEventListener('beforeinput', typed, true)
    input.addEventListener('paste', pasted, true)
    return () => {
      input.removeEventListener('beforeinput', typed, true)
      input.removeEventListener('paste', pasted, true)
    }
  }, [isOn, locale])
  return ref
}
