import { FormFault, OfflineError, useT } from '@peyvand/platform/web'
import { Callout } from '@peyvand/ui'
import { useEffect, useRef } from 'react'
import type { Preview } from '../lines/use-preview.ts'

/** What stands against saving, brought into sight: below two hundred lines nobody sees the top of the page. */
export const SaveFault = ({ fault }: { fault: unknown }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fault !== null && !document.activeElement?.closest('[data-fault]'))
      place.current?.scrollIntoView({ block: 'center' })
  }, [fault])
  return (
    <div ref={place} className="empty:hidden">
      {typeof fault === 'string' ? <Callout tone="bad">{fault}</Callout> : <FormFault error={fault} />}
    </div>
  )
}

/** Without the server nothing can be priced, which hinders nobody from going on. */
export const PreviewFault = ({ preview: { error } }: { preview: Preview }) => {
  const t = useT()
  return error instanceof OfflineError ? (
    <Callout tone="warn">{t('documents.ui.pricedLater')}</Callout>
  ) : (
    <FormFault error={error} />
  )
}
