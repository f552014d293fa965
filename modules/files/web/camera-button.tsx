import { useT } from '@peyvand/platform/web'
import { FileButton, type FileButtonProps } from '@peyvand/ui'
import { useMedia } from '@peyvand/ui/data'
import { Camera } from 'lucide-react'
import { maxFileBytes } from '../contract/index.ts'

type Props = Pick<FileButtonProps, 'onFiles' | 'isDisabled' | 'kind' | 'size'>

/** A card or a letter photographed on the spot; only devices held in the hand have a camera worth it. */
export const CameraButton = (props: Props) => {
  const t = useT()
  const isHandheld = useMedia('(pointer: coarse)')
  if (!isHandheld) return null
  return (
    <FileButton
      {...props}
      icon={<Camera size={16} aria-hidden />}
      isCamera
      accept={['image/*']}
      maxBytes={maxFileBytes}
    >
      {t('files.takePhoto')}
    </FileButton>
  )
}
