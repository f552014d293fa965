import { PaperView, printFile, useDrawing } from '@peyvand/files/web'
import { fetchFile, openFile, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Dialog, toast } from '@peyvand/ui'
import { FileDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { type Document, drawDocumentRoute } from '../../contract/index.ts'
import { useDocumentName } from '../words/use-document-name.ts'
import { DesignSelect } from './design-select.tsx'
import { type PaperLook, paperQuery } from './paper-look.ts'

/** A document as it is printed, in the usual design or another. */
export const PaperDialog = ({ document, onClose }: { document: Document; onClose: () => void }) => {
  const t = useT()
  const problem = useProblemText()
  const nameOf = useDocumentName()
  const [look, setLook] = useState<PaperLook>('usual')
  const { id, version } = document
  const call = (format: 'svg' | 'pdf') => ({ params: { id }, query: { format, ...paperQuery(look) } })
  const drawing = useDrawing(`${version} ${look}`, (signal) =>
    fetchFile(drawDocumentRoute, call('svg'), { signal }),
  )
  const withPdf = async (use: (file: Blob) => void | Promise<void>) => {
    try {
      await use(await fetchFile(drawDocumentRoute, call('pdf')))
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <Dialog
      isOpen
      size="large"
      title={nameOf(document)}
      onOpenChange={onClose}
      footer={
        <>
          <Button
            kind="primary"
            icon={<Printer size={16} aria-hidden />}
            onPress={() => void withPdf(printFile)}
          >
            {t('documents.paper.print')}
          </Button>
          <Button icon={<FileDown size={16} aria-hidden />} onPress={() => void withPdf(openFile)}>
            {t('documents.paper.pdf')}
          </Button>
          <Button onPress={onClose}>{t('web.close')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <DesignSelect value={look} onChange={setLook} />
        <PaperView drawing={drawing} label={nameOf(document)} className="h-[60dvh]" />
      </div>
    </Dialog>
  )
}
