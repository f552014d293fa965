import { useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Dialog } from '@peyvand/ui'
import { Download } from 'lucide-react'
import type { FileRef } from '../contract/index.ts'
import { fileUrl } from './file-url.ts'
import { pdf } from './has-preview.ts'
import { ImageView } from './viewer/image-view.tsx'
import { PdfView } from './viewer/pdf-view.tsx'

type Props = { file: FileRef; onClose: () => void }

/** An image or PDF above the page, with its download. */
export const FilePreview = ({ file, onClose }: Props) => {
  const t = useT()
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title={<bdi>{file.name}</bdi>}
      footer={
        <>
          <ButtonLink kind="primary" icon={<Download size={16} aria-hidden />} href={fileUrl(file.id)}>
            {t('files.download')}
          </ButtonLink>
          <Button slot="close">{t('web.close')}</Button>
        </>
      }
    >
      {file.type === pdf ? (
        <PdfView file={file} className="h-[70dvh]" />
      ) : (
        <ImageView file={file} className="max-h-[70dvh]" />
      )}
    </Dialog>
  )
}
