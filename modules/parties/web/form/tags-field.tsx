import { createTagRoute } from '@peyvand/customization/contract'
import { callApi, useProblemText, useT } from '@peyvand/platform/web'
import { type Option, TagPicker, toast } from '@peyvand/ui'
import { useState } from 'react'
import { useTags } from '../choices/use-choices.ts'

type Props = {
  label?: string
  value: readonly string[]
  onChange: (ids: string[]) => void
  isDisabled?: boolean
  /** Names of tags chosen already, so that they show before the list has come. */
  known?: readonly { id: string; name: string }[]
}

/** Tags of the firm by typing; a new one is made of the typed text. */
export const TagsField = ({ label, value, onChange, isDisabled = false, known = [] }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const tags = useTags()
  const [made, setMade] = useState<readonly Option[]>([])
  const names = new Map(
    [...known.map(({ id, name }) => ({ id, label: name })), ...tags, ...made].map((tag) => [tag.id, tag]),
  )
  const chosen = value.flatMap((id) => names.get(id) ?? [])
  const create = (name: string) => {
    callApi(createTagRoute, { body: { name } }).then(
      (tag) => {
        setMade((before) => [...before, { id: tag.id, label: tag.name }])
        onChange([...value.filter((id) => id !== tag.id), tag.id])
      },
      (error: unknown) => toast({ kind: 'bad', title: problem(error) }),
    )
  }
  return (
    <TagPicker
      label={label ?? t('parties.field.tags')}
      options={tags}
      value={chosen}
      onChange={(options) => onChange(options.map(({ id }) => id))}
      onCreate={create}
      isDisabled={isDisabled}
    />
  )
}
