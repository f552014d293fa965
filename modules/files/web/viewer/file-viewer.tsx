import { useT } from '@peyvand/platform/web'
import { ButtonLink, SegmentedControl, useFormat } from '@peyvand/ui'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { FileRef } from '../../contract/index.ts'
import { fileUrl } from '../file-url.ts'
import { hasPreview } from '../has-preview.ts'
import { ImageView } from './image-view.tsx'
import { PdfView } from './pdf-view.tsx'

export type FileViewerProps = {
  files: readonly Pick<FileRef, 'id' | 'name' | 'type'>[]
  /** Height of the pages: `h-[70dvh]`. */
  className?: string
}

/** The pages of scans and PDF files within a page, one file at a time; nothing where none can be looked at. */
export const FileViewer = ({ files, className = 'h-[70dvh]' }: FileViewerProps) => {
  const t = useT()
  const format = useFormat()
  const shown = files.filter(hasPreview)
  const [id, setId] = useState<string | null>(null)
  const file = shown.find((one) => one.id === id) ?? shown[0]
  if (!file) return null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {shown.length > 1 && (
          <SegmentedControl
            label={t('files.attachments')}
            value={file.id}
            options={shown.map((one, index) => ({ id: one.id, label: format.number(index + 1) }))}
            onChange={setId}
          />
        )}
        <bdi className="min-w-0 flex-1 truncate text-meta text-muted">{file.name}</bdi>
        <ButtonLink
          size="small"
          kind="quiet"
          icon={<Download size={15} aria-hidden />}
          href={fileUrl(file.id)}
        >
          {t('files.download')}
        </ButtonLink>
      </div>
      {file.type.startsWith('image/') ? (
        <ImageView key={file.id} file={file} className={className} />
      ) : (
        <PdfView key={file.id} file={file} className={className} />
      )}
    </div>
  )
}
