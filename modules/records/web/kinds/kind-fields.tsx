import { colors } from '@peyvand/customization/contract'
import { GroupIcon, groupIconNames, IconGrid } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { SegmentedControl, Select, TextField } from '@peyvand/ui'
import { PartyUse } from '../../contract/index.ts'
import type { KindValues } from './kind-values.ts'

type Props = { values: KindValues; onChange: (values: KindValues) => void }

/** One and many, in both languages. */
export const NameFields = ({ values, onChange }: Props) => {
  const t = useT()
  const name = (key: 'nameFa' | 'pluralFa' | 'nameEn' | 'pluralEn', isRequired: boolean) => (
    <TextField
      label={t(`records.${key}`)}
      placeholder={t(`records.${key}Example`)}
      value={values[key]}
      onChange={(text) => onChange({ ...values, [key]: text })}
      isRequired={isRequired}
      maxLength={60}
      {...(isRequired ? {} : { dir: 'ltr' as const })}
    />
  )
  return (
    <div className="grid items-start gap-3.5 sm:grid-cols-2">
      {name('pluralFa', true)}
      {name('nameFa', true)}
      {name('pluralEn', false)}
      {name('nameEn', false)}
    </div>
  )
}

export const LookFields = ({ values, onChange }: Props) => {
  const t = useT()
  return (
    <>
      <IconGrid
        label={t('records.icon')}
        names={groupIconNames}
        value={values.icon}
        onChange={(icon) => onChange({ ...values, icon })}
        renderIcon={(name) => <GroupIcon name={name} size={18} />}
      />
      <Select
        label={t('records.color')}
        options={colors.map((id) => ({ id, label: t(`parties.color.${id}`) }))}
        value={values.color}
        onChange={(color) => color && onChange({ ...values, color })}
        className="max-w-60"
      />
    </>
  )
}

/** Whether records stand in the file of a party. */
export const PartyField = ({ values, onChange }: Props) => {
  const t = useT()
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-body font-medium">{t('records.party')}</span>
      <span>
        <SegmentedControl
          label={t('records.party')}
          value={values.party}
          options={PartyUse.options.map((id) => ({ id, label: t(`records.party.${id}`) }))}
          onChange={(party) => onChange({ ...values, party })}
        />
      </span>
    </div>
  )
}
