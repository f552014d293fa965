import { useIsPhone } from '@peyvand/ui/data'
import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import type { DocumentValues } from './document-values.ts'

/** A document begins with whom it is for; on phones the keyboard stays away until it is asked for. */
export function useFirstField(isBegun: boolean) {
  const { setFocus, getValues } = useFormContext<DocumentValues>()
  const isPhone = useIsPhone()
  useEffect(() => {
    if (isBegun && !isPhone && getValues('partyId') === null) setFocus('partyId')
  }, [isBegun, isPhone, setFocus, getValues])
}

/** Ctrl S saves, wherever the focus is; what is being written into a cell is written first. */
export function useSaveKey(save: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return
      event.preventDefault()
      const { activeElement } = document
      if (activeElement instanceof HTMLElement && activeElement.closest('[data-editing]'))
        activeElement.blur()
      save()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
