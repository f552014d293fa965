import { BulkDialog, useT } from '@peyvand/platform/web'
import { useState } from 'react'
import { TagsField } from '../form/tags-field.tsx'

type Props = {
  title?: string
  applyLabel: string
  onApply: (action: { type: 'tag'; add: string[]; remove: string[] }) => Promise<void>
  onClose: () => void
}

/** Puts tags on many records, of whatever kind, and takes others off. */
export const TagDialog = ({ title, ...props }: Props) => {
  const t = useT()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  return (
    <BulkDialog
      {...props}
      title={title ?? t('parties.bulkAction.tag')}
      action={add.length + remove.length > 0 ? { type: 'tag', add, remove } : null}
    >
      <TagsField label={t('parties.bulkAddTags')} value={add} onChange={setAdd} />
      <TagsField label={t('parties.bulkRemoveTags')} value={remove} onChange={setRemove} />
    </BulkDialog>
  )
}
