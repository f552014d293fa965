import { useT } from '@peyvand/platform/web'
import { Button, Callout, Dialog, useFormat } from '@peyvand/ui'
import type { OneTimeLink } from '../contract/index.ts'
import { CopyButton } from './copy-button.tsx'

interface OneTimeLinkDialogProps {
  title: string
  hint: string
  link: OneTimeLink
  onClose: () => void
}

/** A link to hand over to somebody, shown this once. */
export function OneTimeLinkDialog({ title, hint, link, onClose }: OneTimeLinkDialogProps) {
  const t = useT()
  const format = useFormat()
  return (
    <Dialog
      isOpen
      isDismissable={false}
      title={title}
      onOpenChange={onClose}
      footer={
        <>
          <CopyButton text={link.url} />
          <Button onPress={onClose}>{t('web.close')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{hint}</p>
        <p dir="ltr" className="rounded-control bg-surface-2 p-3 font-mono text-meta break-all select-all">
          {link.url}
        </p>
        <Callout tone="warn">
          {t('identity.ui.link.once', { until: format.dateTime(link.expiresAt) })}
        </Callout>
      </div>
    </Dialog>
  )
}
