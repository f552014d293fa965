import { usePermission } from '@peyvand/platform/web'
import { lazy, Suspense } from 'react'
import { useQuickCreateRequest } from './quick-create-store.ts'

const QuickCreate = lazy(async () => ({ default: (await import('./quick-create.tsx')).QuickCreate }))

/** The short form for a new party over any screen, loaded when first asked for; fills the slot `shell.overlay`. */
export const QuickCreateHost = () => {
  const request = useQuickCreateRequest()
  const mayCreate = usePermission('parties.create')
  if (!request || !mayCreate) return null
  return (
    <Suspense fallback={null}>
      <QuickCreate request={request} />
    </Suspense>
  )
}
