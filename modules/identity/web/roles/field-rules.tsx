import type { FieldRule } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Card, Select, useUi } from '@peyvand/ui'
import type { PermissionCatalogue } from '../../contract/index.ts'

interface FieldRulesProps {
  records: PermissionCatalogue['records']
  value: Readonly<Record<string, FieldRule>>
  onChange: (value: Record<string, FieldRule>) => void
  isReadOnly: boolean
}

const rules: readonly FieldRule[] = ['readOnly', 'masked', 'hidden']

/** What the role withholds of single fields: hidden, masked, or seen but not changed. */
export function FieldRules({ records, value, onChange, isReadOnly }: FieldRulesProps) {
  const t = useT()
  const { locale } = useUi()
  const withFields = records.filter(({ fields }) => fields.length > 0)
  if (withFields.length === 0) return null
  const set = (field: string, rule: FieldRule | null) => {
    const { [field]: _old, ...others } = value
    onChange(rule ? { ...others, [field]: rule } : others)
  }
  return (
    <Card title={t('identity.ui.roles.fieldRules')}>
      <p className="mb-3 text-muted">{t('identity.ui.roles.fieldRulesHint')}</p>
      {withFields.map(({ type, label, fields }) => (
        <section key={type} aria-label={label[locale]} className="mb-4 last:mb-0">
          <h3 className="mb-2 font-semibold">{label[locale]}</h3>
          <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {fields.map(({ field, label: name, maskable }) => (
              <Select<FieldRule>
                key={field}
                label={name[locale]}
                value={value[field] ?? null}
                onChange={(rule) => set(field, rule)}
                placeholder={t('identity.ui.roles.rule.none')}
                isClearable
                isDisabled={isReadOnly}
                options={rules
                  .filter((rule) => rule !== 'masked' || maskable)
                  .map((rule) => ({ id: rule, label: t(`identity.ui.roles.rule.${rule}`) }))}
              />
            ))}
          </div>
        </section>
      ))}
    </Card>
  )
}
