import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Party } from '../../contract/index.ts'

/** What fills the composer's slot marks its first field with this attribute. */
export const composerMark = 'data-composer'

/** E edits the record, N goes to the composer; not while something is being typed or a window is open. */
export function useFileKeys(party: Party): void {
  const navigate = useNavigate()
  const { id } = party
  const canEdit = party.can.update
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
      // By the key's place, so that it works with a Persian keyboard too.
      if (event.code === 'KeyE' && canEdit) {
        event.preventDefault()
        void navigate({ to: `/parties/${id}/edit` as never })
      }
      if (event.code === 'KeyN') {
        const composer = document.querySelector<HTMLElement>(`[${composerMark}]`)
        if (composer) event.preventDefault()
        composer?.focus()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [id, canEdit, navigate])
}

const isBusy = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLElement) ||
  target.isContentEditable ||
  target.closest('input, textarea, select, [role=dialog], [role=menu], [role=listbox], [role=grid]') !==
    null ||
  // Toasts have the role of a dialog too, but stand in a region and keep nobody from working.
  [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].some(
    (box) => !box.closest('[role=region]'),
  )
