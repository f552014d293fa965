import type { FieldScopesProps } from '@peyvand/customization/web'
import { useT } from '@peyvand/platform/web'
import { MultiSelect } from '@peyvand/ui'
import { PartyKind } from '../../contract/index.ts'
import { useGroupNames, usePartyGroups } from '../choices/use-choices.ts'

/** Which parties have a field of the firm's own: kinds and groups. */
export const PartyScopes = (props: FieldScopesProps) => {
  const t = useT()
  const { groupName } = useGroupNames()
  const groups = usePartyGroups()
  return (
    <MultiSelect
      {...props}
      placeholder={t('parties.all')}
      options={[
        ...PartyKind.options.map((id) => ({ id: id as string, label: t(`parties.kind.${id}`) })),
        ...groups.map((group) => ({ id: group.key, label: groupName(group) })),
      ]}
    />
  )
}
