import { maxFileBytes, uploadFileRoute } from '@peyvand/files/contract'
import { uploadFile, useProblemText, useT } from '@peyvand/platform/web'
import { FileButton, IconButton, ProgressBar, toast } from '@peyvand/ui'
import { Paperclip, X } from 'lucide-react'
import { useState } from 'react'
import type { FormFile } from './activity-form-values.ts'

type Props = { value: readonly FormFile[]; onChange: (add: (before: FormFile[]) => FormFile[]) => void }

/** Files sent while the form is being filled; the record takes them when it is saved. */
export const AttachmentsField = ({ value, onChange }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const [uploads, setUploads] = useState<readonly { key: string; name: string; share: number }[]>([])
  const send = async (file: File) => {
    const key = crypto.randomUUID()
    setUploads((all) => [...all, { key, name: file.name, share: 0 }])
    try {
      const { id, name, size } = await uploadFile(uploadFileRoute, file, {
        onProgress: (share) =>
          setUploads((all) => all.map((one) => (one.key === key ? { ...one, share } : one))),
      })
      onChange((before) => [...before, { id, name, size }])
    } catch (error) {
      toast({ kind: 'bad', title: file.name, description: problem(error) })
    }
    setUploads((all) => all.filter((one) => one.key !== key))
  }
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
                label={t('activities.form.removeFile', { name })}
                icon={<X />}
                onPress={() => onChange((before) => before.filter((file) => file.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      {uploads.map(({ key, name, share }) => (
        <ProgressBar key={key} label={name} value={share * 100} />
      ))}
      <span>
        <FileButton
          kind="quiet"
          size="small"
          icon={<Paperclip size={16} />}
          allowsMultiple
          maxBytes={maxFileBytes}
          onFiles={(files) => {
            for (const file of files) void send(file)
          }}
        >
          {t('activities.form.attach')}
        </FileButton>
      </span>
    </div>
  )
}
