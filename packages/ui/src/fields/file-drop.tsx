import { Upload } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type DropItem, DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { Button } from '../actions/button.tsx'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'
import { type FileLimits, useFileLimits } from './use-file-limits.ts'

export type FileDropProps = FileLimits & {
  onFiles: (files: File[]) => void
  allowsMultiple?: boolean
  /** What may be dropped and how large, in words. */
  description?: ReactNode
  isDisabled?: boolean
  className?: string
}

/** A place to drop files, with a button for those who do not drag. Files out of bounds are named and refused. */
export const FileDrop = ({
  onFiles,
  allowsMultiple = true,
  description,
  isDisabled = false,
  className,
  ...limits
}: FileDropProps) => {
  const t = useTexts()
  const sort = useFileLimits(limits)
  const [refusals, setRefusals] = useState<string[]>([])
  const take = (files: File[]) => {
    const { accepted, refused } = sort(allowsMultiple ? files : files.slice(0, 1))
    setRefusals(refused)
    if (accepted.length > 0) onFiles(accepted)
  }
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <DropZone
        isDisabled={isDisabled}
        onDrop={({ items }) => void filesOf(items).then(take)}
        className="flex flex-col items-center gap-2 rounded-control border border-dashed border-field-line px-4 py-6 text-body text-muted data-drop-target:border-accent data-drop-target:bg-accent-soft data-disabled:opacity-50"
      >
        <Upload size={20} aria-hidden />
        <Text slot="label">{t.dropFiles}</Text>
        <FileTrigger
          allowsMultiple={allowsMultiple}
          {...(limits.accept && { acceptedFileTypes: limits.accept })}
          onSelect={(files) => take([...(files ?? [])])}
        >
          <Button size="small" isDisabled={isDisabled}>
            {allowsMultiple ? t.chooseFiles : t.chooseFile}
          </Button>
        </FileTrigger>
        {description != null && <span className="text-meta">{description}</span>}
      </DropZone>
      {refusals.map((refusal) => (
        <p key={refusal} role="alert" className="text-meta text-bad">
          {refusal}
        </p>
      ))}
    </div>
  )
}

const filesOf = (items: DropItem[]): Promise<File[]> =>
  Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()))
