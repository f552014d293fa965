import type { FileRef } from '@peyvand/files/contract'
import { maxFileBytes } from '@peyvand/files/contract'
import { UploadList, useUploads } from '@peyvand/files/web'
import { useT } from '@peyvand/platform/web'
import { FileDrop, IconButton } from '@peyvand/ui'
import { Paperclip, X } from 'lucide-react'

export type ScanFieldProps = {
  files: readonly FileRef[]
  onChange: (change: (before: readonly FileRef[]) => FileRef[]) => void
}

/** Scans and enclosures of a letter while it is written. */
export const ScanField = ({ files, onChange }: ScanFieldProps) => {
  const t = useT()
  const { uploads, upload } = useUploads(({ id, name, type, size }) =>
    onChange((before) => [...before, { id, name, type, size }]),
  )
  return (
    <div className="flex flex-col gap-2">
      <FileDrop
        onFiles={(chosen) => void upload(chosen)}
        maxBytes={maxFileBytes}
        description={t('letters.ui.scansHint')}
      />
      <UploadList uploads={uploads} />
      {files.length > 0 && (
        <ul aria-label={t('files.attachments')} className="flex flex-wrap gap-1.5">
          {files.map(({ id, name }) => (
            <li
              key={id}
              className="flex max-w-full items-center gap-1 rounded-tag bg-surface-2 ps-2 text-body"
            >
              <Paperclip size={14} className="shrink-0 text-muted" aria-hidden />
              <bdi className="truncate">{name}</bdi>
              <IconButton
                label={t('files.removeNamed', { name })}
                icon={<X />}
                onPress={() => onChange((before) => before.filter((file) => file.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
