import { callApi, useProblemText, useT } from '@peyvand/platform/web'
import { ComboBox, type ComboBoxProps, toast } from '@peyvand/ui'
import { useState } from 'react'
import { createPartyRoute, type PartyKind } from '../../contract/index.ts'
import { usePartySearch } from './use-party-search.ts'

export type PartyPickerProps = Omit<ComboBoxProps<string>, 'options' | 'loadOptions' | 'onCreate'> & {
  /** Only persons or only organisations; a new one made here is of this kind. */
  kind?: PartyKind
  /** Key of the group that offers come from and a new party joins. */
  group?: string
  /** Not offered: the record that is being related. */
  exceptId?: string
  /** Whose people are offered first. */
  worksFor?: string
  /** False where nothing may be made on the spot. */
  canCreate?: boolean
}

/** A party found by any part of its name, number or phone; what is not found can be made without leaving the form. */
export const PartyPicker = ({
  kind,
  group,
  exceptId,
  worksFor,
  canCreate = true,
  onChange,
  valueLabel,
  ...field
}: PartyPickerProps) => {
  const t = useT()
  const problem = useProblemText()
  const [made, setMade] = useState<{ id: string; name: string } | null>(null)

  const load = usePartySearch({ kind, group, exceptId, worksFor })
  const create = (name: string) => {
    const body = { kind: kind ?? 'organization', name, groups: group ? [group] : [] }
    callApi(createPartyRoute, { body }).then(
      (party) => {
        setMade({ id: party.id, name: party.name })
        onChange?.(party.id)
        toast({ kind: 'ok', title: t('parties.created', { name: party.name }) })
      },
      (error: unknown) => toast({ kind: 'bad', title: problem(error) }),
    )
  }

  const shown = made && made.id === field.value ? made.name : valueLabel
  return (
    <ComboBox
      {...field}
      {...(shown && { valueLabel: shown })}
      {...(onChange && { onChange })}
      {...(canCreate && { onCreate: create })}
      loadOptions={load}
    />
  )
}
