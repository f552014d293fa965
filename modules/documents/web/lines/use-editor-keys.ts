import { type RefObject, useEffect } from 'react'
import { showNextFault } from './show-fault.ts'

/** Alt L goes to the lines from anywhere on the page, F8 to the next thing to mend in them. */
export function useEditorKeys(editor: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!editor.current) return
      if (event.key === 'F8') showNextFault(editor.current)
      else if (event.altKey && event.code === 'KeyL')
        editor.current.querySelector<HTMLElement>('[data-at][tabindex="0"]')?.focus()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [editor])
}
