import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button, type ButtonProps } from '../actions/button.tsx'
import { toast } from '../overlays/toast.ts'
import { type FileLimits, useFileLimits } from './use-file-limits.ts'

export type FileButtonProps = FileLimits &
  Pick<ButtonProps, 'kind' | 'size' | 'icon' | 'isDisabled' | 'isPending'> & {
    onFiles: (files: File[]) => void
    allowsMultiple?: boolean
    /** Opens the camera at the back of a phone instead of the chooser, where there is one. */
    isCamera?: boolean
    children: ReactNode
  }

/** A button that opens the file chooser; refused files are told in a toast. */
export const FileButton = ({
  onFiles,
  allowsMultiple = false,
  isCamera = false,
  accept,
  maxBytes,
  children,
  ...button
}: FileButtonProps) => {
  const sort = useFileLimits({ ...(accept && { accept }), ...(maxBytes && { maxBytes }) })
  return (
    <FileTrigger
      allowsMultiple={allowsMultiple}
      {...(isCamera && { defaultCamera: 'environment' as const })}
      {...(accept && { acceptedFileTypes: accept })}
      onSelect={(files) => {
        const { accepted, refused } = sort([...(files ?? [])])
        for (const title of refused) toast({ kind: 'bad', title })
        if (accepted.length > 0) onFiles(accepted)
      }}
    >
      <Button {...button}>{children}</Button>
    </FileTrigger>
  )
}
