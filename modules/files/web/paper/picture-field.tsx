import { useT } from '@peyvand/platform/web'
import { FileButton, IconButton } from '@peyvand/ui'
import { ImageUp, X } from 'lucide-react'
import { fileUrl } from '../file-url.ts'
import { UploadList } from '../upload-list.tsx'
import { useUploads } from '../use-uploads.ts'

type Props = {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  errorMessage?: string | undefined
}

const largestBytes = 5 * 1024 * 1024

/** A picture for print: a logo, a stamp, a signature. */
export const PictureField = ({ label, value, onChange, errorMessage }: Props) => {
  const t = useT()
  const { uploads, upload } = useUploads(({ id }) => onChange(id))
  return (
    <div className="flex flex-col gap-1">
      <span className="text-body font-medium">{label}</span>
      <div className="flex items-center gap-2">
        {value && (
          <>
            <img
              src={fileUrl(value, { inline: true })}
              alt={label}
              className="h-14 max-w-28 rounded-control border border-line object-contain p-1"
            />
            <IconButton
              label={t('files.removeNamed', { name: label })}
              icon={<X />}
              onPress={() => onChange(null)}
            />
          </>
        )}
        <FileButton
          size="small"
          icon={<ImageUp size={16} aria-hidden />}
          accept={['image/png', 'image/jpeg', 'image/webp']}
          maxBytes={largestBytes}
          onFiles={(files) => void upload(files)}
        >
          {t('files.choosePicture')}
        </FileButton>
      </div>
      <UploadList uploads={uploads} />
      {errorMessage && <span className="text-meta text-bad-text">{errorMessage}</span>}
    </div>
  )
}
