import { useT } from '@peyvand/platform/web'
import { Button, lazyPart } from '@peyvand/ui'
import { Printer, Send } from 'lucide-react'
import { useState } from 'react'
import type { Document } from '../../contract/index.ts'

const PaperDialog = lazyPart(async () => (await import('./paper-dialog.tsx')).PaperDialog)
const SendDialog = lazyPart(async () => (await import('./send-dialog.tsx')).SendDialog)

/** The paper of a document, and sending it. */
export const PaperActions = ({ document }: { document: Document }) => {
  const t = useT()
  const [open, setOpen] = useState<'paper' | 'send' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Button icon={<Printer size={16} aria-hidden />} onPress={() => setOpen('paper')}>
        {t('documents.paper.open')}
      </Button>
      {document.can.send && (
        <Button icon={<Send size={16} aria-hidden />} onPress={() => setOpen('send')}>
          {t('documents.send.open')}
        </Button>
      )}
      {open === 'paper' && <PaperDialog document={document} onClose={close} />}
      {open === 'send' && <SendDialog document={document} onClose={close} />}
    </>
  )
}
