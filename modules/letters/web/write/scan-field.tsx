import type { FileRef } from '@peyvand/files/contract'
import { maxFileBytes } from '@peyvand/files/contract'
import { FileChips, UploadList, useUploads } from '@peyvand/files/web'
import { useT } from '@peyvand/platform/web'
import { FileDrop } from '@peyvand/ui'

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
      <FileChips
        files={files}
        onRemove={(id) => onChange((before) => before.filter((file) => file.id !== id))}
      />
    </div>
  )
}
