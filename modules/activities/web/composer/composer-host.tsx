import { usePermission } from '@peyvand/platform/web'
import { lazy, Suspense } from 'react'
import { closeComposer, useComposerRequest } from './composer-store.ts'
import { useCallPrompt } from './use-call-prompt.ts'

const ComposerDrawer = lazy(async () => ({ default: (await import('./composer-drawer.tsx')).ComposerDrawer }))

/** Where `openComposer` appears; fills the shell's slot for overlays. */
export const ComposerHost = () => {
  const request = useComposerRequest()
  useCallPrompt()
  const mayCreate = usePermission('activities.create')
  if (!request || !mayCreate) return null
  return (
    <Suspense fallback={null}>
      <ComposerDrawer start={request} onClose={closeComposer} />
    </Suspense>
  )
}
