import { BulkDialog } from '@peyvand/platform/web'
import { ComboBox } from '@peyvand/ui'
import { useState } from 'react'
import { useColleagues } from '../choices/use-choices.ts'
import { TagsField } from '../form/tags-field.tsx'

interface Props<Chosen> {
  title: string
  /** Of the one field. */
  label: string
  applyLabel: string
  onApply: (chosen: Chosen) => Promise<void>
  onClose: () => void
}

/** Asks for the colleague who is to have many records, of whatever kind. */
export const OwnerOfMany = ({ label, ...rest }: Props<string>) => {
  const [ownerId, setOwner] = useState<string | null>(null)
  return (
    <BulkDialog {...rest} action={ownerId}>
      <ComboBox label={label} options={useColleagues()} value={ownerId} onChange={setOwner} isRequired />
    </BulkDialog>
  )
}

/** Asks for the tags that many records are to get. */
export const TagsOfMany = ({ label, ...rest }: Props<string[]>) => {
  const [tagIds, setTags] = useState<string[]>([])
  return (
    <BulkDialog {...rest} action={tagIds.length > 0 ? tagIds : null}>
      <TagsField label={label} value={tagIds} onChange={setTags} />
    </BulkDialog>
  )
}
