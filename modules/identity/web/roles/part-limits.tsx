import { Card, TagPicker, useUi } from '@peyvand/ui'
import type { PermissionCatalogue, RoleContent } from '../../contract/index.ts'

interface PartLimitsProps {
  records: PermissionCatalogue['records']
  value: RoleContent['limits']
  onChange: (value: RoleContent['limits']) => void
  isReadOnly: boolean
}

/** To which part of the records of a type the role is limited, such as certain groups of parties. */
export function PartLimits({ records, value, onChange, isReadOnly }: PartLimitsProps) {
  const { locale } = useUi()
  const set = (type: string, keys: string[]) => {
    const { [type]: _old, ...others } = value
    onChange(keys.length > 0 ? { ...others, [type]: keys } : others)
  }
  return records.map(({ type, parts }) => {
    if (!parts) return null
    const options = parts.options.map(({ key, label }) => ({ id: key, label: label[locale] }))
    const chosen = value[type] ?? []
    return (
      <Card key={type} title={parts.label[locale]}>
        <TagPicker
          aria-label={parts.label[locale]}
          description={parts.hint[locale]}
          options={options}
          isDisabled={isReadOnly}
          value={options.filter(({ id }) => chosen.includes(id))}
          onChange={(next) =>
            set(
              type,
              next.map(({ id }) => id),
            )
          }
        />
      </Card>
    )
  })
}
