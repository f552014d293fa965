import { lazy, Suspense } from 'react'
import { useDealFormRequest } from './deal-form-store.ts'

const DealDrawer = lazy(async () => ({ default: (await import('./deal-drawer.tsx')).DealDrawer }))

/** The form of a deal over any screen, loaded when first asked for; fills the slot `shell.overlay`. */
export const DealFormHost = () => {
  const request = useDealFormRequest()
  return (
    request && (
      <Suspense fallback={null}>
        <DealDrawer key={request.deal?.id ?? 'new'} request={request} />
      </Suspense>
    )
  )
}
