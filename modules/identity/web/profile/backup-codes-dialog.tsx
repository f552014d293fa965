import { useT } from '@peyvand/platform/web'
import { Button, Callout, Dialog } from '@peyvand/ui'
import { CopyButton } from '../copy-button.tsx'

interface BackupCodesDialogProps {
  codes: readonly string[]
  onClose: () => void
}

/** The backup codes, shown this once. */
export function BackupCodesDialog({ codes, onClose }: BackupCodesDialogProps) {
  const t = useT()
  const text = codes.join('\n')
  return (
    <Dialog
      isOpen
      isDismissable={false}
      title={t('identity.ui.backupCodes.title')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" onPress={onClose}>
            {t('identity.ui.backupCodes.kept')}
          </Button>
          <CopyButton text={text} />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Callout tone="warn">{t('identity.ui.backupCodes.hint')}</Callout>
        <ul dir="ltr" className="grid grid-cols-2 gap-2 text-center font-mono text-prose">
          {codes.map((code) => (
            <li key={code} className="rounded-control bg-surface-2 py-1 select-all">
              {code}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
