import { BulkDialog, useT } from '@peyvand/platform/web'
import { useState } from 'react'
import { TagsField } from '../form/tags-field.tsx'
import type { BulkDialogProps } from './bulk-actions.tsx'

/** Puts tags on parties and takes others off. */
export const TagDialog = (props: BulkDialogProps) => {
  const t = useT()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  return (
    <BulkDialog
      {...props}
      title={t('parties.bulkAction.tag')}
      action={add.length + remove.length > 0 ? { type: 'tag', add, remove } : null}
    >
      <TagsField label={t('parties.bulkAddTags')} value={add} onChange={setAdd} />
      <TagsField label={t('parties.bulkRemoveTags')} value={remove} onChange={setRemove} />
    </BulkDialog>
  )
}
