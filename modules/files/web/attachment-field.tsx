import { useT } from '@peyvand/platform/web'
import { FileButton } from '@peyvand/ui'
import { Paperclip } from 'lucide-react'
import { type FileRef, maxFileBytes } from '../contract/index.ts'
import { CameraButton } from './camera-button.tsx'
import { FileChips } from './file-chips.tsx'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './use-uploads.ts'

/** What a form keeps of an upload. */
export type AttachedFile = Pick<FileRef, 'id' | 'name' | 'size'>

export type AttachmentFieldProps = {
  value: readonly AttachedFile[]
  /** Gets a change of the list instead of the list: several uploads may end one after another. */
  onChange: (change: (before: readonly AttachedFile[]) => AttachedFile[]) => void
  isDisabled?: boolean
}

/** Files sent while a form is being filled; the record takes them when it is saved. */
export const AttachmentField = ({ value, onChange, isDisabled = false }: AttachmentFieldProps) => {
  const t = useT()
  const { uploads, upload } = useUploads(({ id, name, size }) =>
    onChange((before) => [...before, { id, name, size }]),
  )
  return (
    <div className="flex flex-col gap-1.5">
      <FileChips
        files={value}
        isDisabled={isDisabled}
        onRemove={(id) => onChange((before) => before.filter((file) => file.id !== id))}
      />
      <UploadList uploads={uploads} />
      <span className="flex flex-wrap gap-1.5">
        <FileButton
          kind="quiet"
          size="small"
          icon={<Paperclip size={16} aria-hidden />}
          allowsMultiple
          maxBytes={maxFileBytes}
          isDisabled={isDisabled}
          onFiles={(files) => void upload(files)}
        >
          {t('files.attach')}
        </FileButton>
        <CameraButton
          kind="quiet"
          size="small"
          isDisabled={isDisabled}
          onFiles={(files) => void upload(files)}
        />
      </span>
    </div>
  )
}
