import { lazy, Suspense } from 'react'
import { useRecordFormRequest } from './record-form-store.ts'

const RecordDrawer = lazy(async () => ({ default: (await import('./record-drawer.tsx')).RecordDrawer }))

/** The form of a record over any screen, loaded when first asked for; fills the slot `shell.overlay`. */
export const RecordFormHost = () => {
  const request = useRecordFormRequest()
  return (
    request && (
      <Suspense fallback={null}>
        <RecordDrawer key={request.record?.id ?? `new ${request.kind}`} request={request} />
      </Suspense>
    )
  )
}
