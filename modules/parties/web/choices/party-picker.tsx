import { callApi, useProblemText, useT } from '@peyvand/platform/web'
import { ComboBox, type ComboBoxProps, type Option, toast, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import { createPartyRoute, listPartiesRoute, type PartyKind } from '../../contract/index.ts'

export type PartyPickerProps = Omit<ComboBoxProps<string>, 'options' | 'loadOptions' | 'onCreate'> & {
  /** Only persons or only organisations; a new one made here is of this kind. */
  kind?: PartyKind
  /** Key of the group that offers come from and a new party joins. */
  group?: string
  /** Not offered: the record that is being related. */
  exceptId?: string
  /** False where nothing may be made on the spot. */
  canCreate?: boolean
}

/** A party found by any part of its name, number or phone; what is not found can be made without leaving the form. */
export const PartyPicker = ({
  kind,
  group,
  exceptId,
  canCreate = true,
  onChange,
  valueLabel,
  ...field
}: PartyPickerProps) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const [made, setMade] = useState<{ id: string; name: string } | null>(null)

  const load = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const conditions = [
      ...(kind ? [{ field: 'kind', op: 'eq' as const, value: kind }] : []),
      ...(group ? [{ field: 'groups', op: 'in' as const, value: [group] }] : []),
    ]
    const { items } = await callApi(
      listPartiesRoute,
      {
        query: {
          limit: 20,
          count: 'none',
          ...(text.trim() && { q: text.trim() }),
          ...(conditions.length > 0 && { filter: JSON.stringify({ and: conditions }) }),
        },
      },
      { signal },
    )
    return items
      .filter(({ id }) => id !== exceptId)
      .map((party) => ({
        id: party.id,
        label: party.name,
        description: [
          party.worksFor?.name ?? party.jobTitle,
          party.phone && `\u2066${format.phone(party.phone)}\u2069`,
          party.city,
        ]
          .filter(Boolean)
          .join(' · '),
      }))
  }

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
