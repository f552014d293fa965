import { useT } from '@peyvand/platform/web'
import { Button, lazyPart } from '@peyvand/ui'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'

const VerifyDialog = lazyPart(async () => (await import('./verify-dialog.tsx')).VerifyDialog)

/** Opens the check of the log's chain. */
export function VerifyButton() {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<ShieldCheck size={16} aria-hidden />} onPress={() => setOpen(true)}>
        {t('identity.ui.audit.verify')}
      </Button>
      {isOpen && <VerifyDialog onClose={() => setOpen(false)} />}
    </>
  )
}
