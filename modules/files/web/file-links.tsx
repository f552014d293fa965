import { useT } from '@peyvand/platform/web'
import { Link, lazyPart } from '@peyvand/ui'
import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import type { FileRef } from '../contract/index.ts'
import { fileUrl } from './file-url.ts'
import { hasPreview } from './has-preview.ts'

const FilePreview = lazyPart(async () => (await import('./file-preview.tsx')).FilePreview)

/** Files by their names among other words; each opens its preview, or is saved where there is none. */
export const FileLinks = ({ files }: { files: readonly FileRef[] }) => {
  const t = useT()
  const [shown, setShown] = useState<FileRef | null>(null)
  return (
    <span className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5">
      {files.map((file) => (
        <span key={file.id} className="flex min-w-0 items-center gap-1">
          <Paperclip size={14} className="shrink-0 text-muted" aria-hidden />
          {hasPreview(file) ? (
            <Link
              onPress={() => setShown(file)}
              aria-label={t('files.open', { name: file.name })}
              className="truncate text-start"
            >
              <bdi>{file.name}</bdi>
            </Link>
          ) : (
            <Link href={fileUrl(file.id)} className="truncate">
              <bdi>{file.name}</bdi>
            </Link>
          )}
        </span>
      ))}
      {shown && <FilePreview file={shown} onClose={() => setShown(null)} />}
    </span>
  )
}
