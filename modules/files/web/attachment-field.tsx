import { useT } from '@peyvand/platform/web'
import { FileButton, IconButton } from '@peyvand/ui'
import { Paperclip, X } from 'lucide-react'
import { type FileRef, maxFileBytes } from '../contract/index.ts'
import { CameraButton } from './camera-button.tsx'
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
      {value.length > 0 && (
        <ul aria-label={t('files.attachments')} className="flex flex-wrap gap-1.5">
          {value.map(({ id, name }) => (
            <li
              key={id}
              className="flex max-w-full items-center gap-1 rounded-tag bg-surface-2 ps-2 text-body"
            >
              <Paperclip size={14} className="shrink-0 text-muted" aria-hidden />
              <bdi className="truncate">{name}</bdi>
              <IconButton
                label={t('files.removeNamed', { name })}
                icon={<X />}
                isDisabled={isDisabled}
                onPress={() => onChange((before) => before.filter((file) => file.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
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
