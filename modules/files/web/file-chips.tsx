import { useT } from '@peyvand/platform/web'
import { IconButton } from '@peyvand/ui'
import { Paperclip, X } from 'lucide-react'
import type { FileRef } from '../contract/index.ts'

type Props = {
  files: readonly Pick<FileRef, 'id' | 'name'>[]
  onRemove: (id: string) => void
  isDisabled?: boolean
}

/** Names of files that a form holds, each with a button that lets it go; nothing where there are none. */
export const FileChips = ({ files, onRemove, isDisabled = false }: Props) => {
  const t = useT()
  if (files.length === 0) return null
  return (
    <ul aria-label={t('files.attachments')} className="flex flex-wrap gap-1.5">
      {files.map(({ id, name }) => (
        <li key={id} className="flex max-w-full items-center gap-1 rounded-tag bg-surface-2 ps-2 text-body">
          <Paperclip size={14} className="shrink-0 text-muted" aria-hidden />
          <bdi className="truncate">{name}</bdi>
          <IconButton
            label={t('files.removeNamed', { name })}
            icon={<X />}
            isDisabled={isDisabled}
            onPress={() => onRemove(id)}
          />
        </li>
      ))}
    </ul>
  )
}
