import { useT } from '@peyvand/platform/web'
import { IconButton, Link, useFormat } from '@peyvand/ui'
import { Download, Trash2 } from 'lucide-react'
import type { FileInfo } from '../contract/index.ts'
import { FileIcon } from './file-icon.tsx'
import { fileUrl } from './file-url.ts'
import { hasPreview } from './has-preview.ts'
import { useFileSize } from './use-file-size.ts'

type Props = { file: FileInfo; onPreview: () => void; onRemove?: (() => void) | undefined }

/** One attached file: opened, saved, taken off. */
export const AttachmentRow = ({ file, onPreview, onRemove }: Props) => {
  const t = useT()
  const format = useFormat()
  const sizeText = useFileSize()
  const { name } = file
  return (
    <li className="flex items-center gap-2.5 px-3 py-2">
      <FileIcon type={file.type} />
      <div className="min-w-0 flex-1">
        {hasPreview(file) ? (
          <Link onPress={onPreview} aria-label={t('files.open', { name })} className="text-start break-words">
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <Link href={fileUrl(file.id)} className="break-words">
            <bdi>{name}</bdi>
          </Link>
        )}
        <p className="text-meta text-muted">
          {sizeText(file.size)} · {format.relative(file.createdAt)}
        </p>
      </div>
      <IconButton
        label={t('files.downloadNamed', { name })}
        icon={<Download />}
        onPress={() => window.location.assign(fileUrl(file.id))}
      />
      {onRemove && (
        <IconButton
          label={t('files.removeNamed', { name })}
          icon={<Trash2 />}
          kind="danger"
          onPress={onRemove}
        />
      )}
    </li>
  )
}
