import { CopyButton } from '@peyvand/identity/web'
import { useT } from '@peyvand/platform/web'
import { Button, Callout, Dialog } from '@peyvand/ui'

export interface ShownSecret {
  /** Of the webhook. */
  name: string
  secret: string
}

/** A signing secret, shown this once. */
export const SecretDialog = ({ name, secret, onClose }: ShownSecret & { onClose: () => void }) => {
  const t = useT()
  return (
    <Dialog
      isOpen
      isDismissable={false}
      title={t('webhooks.secret.made', { name })}
      onOpenChange={onClose}
      footer={
        <>
          <CopyButton text={secret} />
          <Button onPress={onClose}>{t('web.close')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p dir="ltr" className="rounded-control bg-surface-2 p-3 font-mono text-meta break-all select-all">
          {secret}
        </p>
        <Callout tone="warn">{t('webhooks.secret.once')}</Callout>
      </div>
    </Dialog>
  )
}
