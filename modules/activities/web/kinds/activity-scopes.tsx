import type { FieldScopesProps } from '@peyvand/customization/web'
import { useT } from '@peyvand/platform/web'
import { MultiSelect } from '@peyvand/ui'
import { ActivityKind } from '../../contract/index.ts'

/** Which kinds of activities have a field of the firm's own. */
export const ActivityScopes = ({ value, onChange, ...chrome }: FieldScopesProps) => {
  const t = useT()
  return (
    <MultiSelect
      {...chrome}
      value={value as ActivityKind[]}
      onChange={onChange}
      placeholder={t('activities.nav')}
      options={ActivityKind.options.map((id) => ({ id, label: t(`activities.kind.${id}`) }))}
    />
  )
}
