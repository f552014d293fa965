import { useT } from '@peyvand/platform/web'
import { IconButton, ProgressBar } from '@peyvand/ui'
import { X } from 'lucide-react'
import type { Upload } from './use-uploads.ts'

/** Files on their way, each with its progress and a way to stop it. */
export const UploadList = ({ uploads }: { uploads: readonly Upload[] }) => {
  const t = useT()
  if (uploads.length === 0) return null
  return (
    <ul aria-label={t('files.uploading')} className="flex flex-col gap-1.5">
      {uploads.map(({ key, name, share, stop }) => (
        <li key={key} className="flex items-center gap-2">
          <ProgressBar label={name} value={share} className="min-w-0 flex-1" />
          <IconButton label={t('files.stopUpload', { name })} icon={<X />} onPress={stop} />
        </li>
      ))}
    </ul>
  )
}
