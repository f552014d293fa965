import { lazy, Suspense } from 'react'
import { useQuestion } from './confirm.ts'

// Most pages never ask; windows and what they stand on are a good part of the kit.
const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }))

/** Where `confirm()` appears; UiProvider renders it. */
export const ConfirmHost = () => {
  const asked = useQuestion()
  return (
    asked && (
      <Suspense>
        <ConfirmDialog asked={asked} />
      </Suspense>
    )
  )
}
