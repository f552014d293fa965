import type { CustomField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Button, SegmentedControl, TextField, useUi } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { type PartyUse, titleFieldTypes } from '../../contract/index.ts'

type Props = {
  party: PartyUse
  fields: readonly CustomField[]
  /** Null where users write the title. */
  value: string | null
  onChange: (pattern: string | null) => void
}

/** Whether users write titles, or fields make them. */
export const TitleField = ({ party, fields, value, onChange }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const tokens = [
    { key: 'number', label: t('records.field.number') },
    ...(party === 'none' ? [] : [{ key: 'party', label: t('records.field.party') }]),
    ...fields
      .filter(({ type }) => titleFieldTypes.has(type))
      .map(({ key, labelFa, labelEn }) => ({ key, label: locale === 'fa' ? labelFa : labelEn })),
  ]
  const add = (key: string) => {
    const before = value?.trim() ?? ''
    onChange(before === '' ? `{${key}}` : `${before} – {${key}}`)
  }
  return (
    <div className="flex flex-col gap-2">
      <span className="text-body font-medium">{t('records.titles')}</span>
      <span>
        <SegmentedControl
          label={t('records.titles')}
          value={value === null ? 'typed' : 'made'}
          options={(['typed', 'made'] as const).map((id) => ({ id, label: t(`records.titles.${id}`) }))}
          onChange={(id) => onChange(id === 'typed' ? null : '{number}')}
        />
      </span>
      {value !== null && (
        <>
          <TextField
            label={t('records.titlePattern')}
            description={t('records.titlePatternHint')}
            dir="ltr"
            value={value}
            onChange={onChange}
            maxLength={200}
          />
          <span className="flex flex-wrap gap-1.5">
            {tokens.map(({ key, label }) => (
              <Button
                key={key}
                size="small"
                icon={<Plus size={14} aria-hidden />}
                isDisabled={value.includes(`{${key}}`)}
                onPress={() => add(key)}
              >
                {label}
              </Button>
            ))}
          </span>
        </>
      )}
    </div>
  )
}
