import { type ImportSettings, MatchKey } from '@peyvand/imports/contract'
import { toLatinDigits } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { CheckboxGroup, CodeField, Disclosure, RadioGroup } from '@peyvand/ui'
import { useState } from 'react'

type Props = { settings: ImportSettings; set: (part: Partial<ImportSettings>) => void }

const kinds = ['organization', 'person'] as const
const owners = ['each', 'main'] as const
const unknownChoices = ['add', 'refuse', 'ignore'] as const

/** What is asked of few: how records are recognised, and how doubtful cells are read. */
export const MoreChoices = ({ settings, set }: Props) => {
  const t = useT()
  return (
    <Disclosure title={t('imports.choices.more')}>
      <div className="grid gap-5 p-1 md:grid-cols-2">
        <CheckboxGroup
          label={t('imports.choices.matchBy')}
          description={t('imports.choices.matchByHint')}
          options={MatchKey.options.map((id) => ({ id, label: t(`imports.matchBy.${id}`) }))}
          value={settings.matchBy}
          onChange={(matchBy) => set({ matchBy })}
        />
        <RadioGroup
          label={t('imports.choices.unknownValues')}
          options={unknownChoices.map((id) => ({
            id,
            label: t(`imports.unknownValues.${id}`),
            description: t(`imports.unknownValues.${id}Hint`),
          }))}
          value={settings.unknownValues}
          onChange={(unknownValues) => set({ unknownValues })}
        />
        <RadioGroup
          label={t('imports.choices.defaultKind')}
          description={t('imports.choices.defaultKindHint')}
          options={kinds.map((id) => ({ id, label: t(`imports.defaultKind.${id}`) }))}
          value={settings.defaultKind}
          onChange={(defaultKind) => set({ defaultKind })}
        />
        <RadioGroup
          label={t('imports.choices.contactsOf')}
          options={owners.map((id) => ({
            id,
            label: t(`imports.contactsOf.${id}`),
            description: t(`imports.contactsOf.${id}Hint`),
          }))}
          value={settings.contactsOf}
          onChange={(contactsOf) => set({ contactsOf })}
        />
        <AreaCodeField value={settings.areaCode} onChange={(areaCode) => set({ areaCode })} />
      </div>
    </Disclosure>
  )
}

type AreaCodeProps = { value: string | null; onChange: (value: string | null) => void }

/** Saved once it is whole: half a code is no setting. */
const AreaCodeField = ({ value, onChange }: AreaCodeProps) => {
  const t = useT()
  const [typed, setTyped] = useState(value ?? '')
  const code = toLatinDigits(typed).trim()
  const isWhole = code === '' || /^0?\d{2}$/.test(code)
  return (
    <CodeField
      label={t('imports.choices.areaCode')}
      description={t('imports.choices.areaCodeHint')}
      value={typed}
      onChange={setTyped}
      errorMessage={isWhole ? undefined : t('imports.choices.areaCodeWrong')}
      onBlur={() => {
        if (isWhole && (code || null) !== value) onChange(code || null)
      }}
    />
  )
}
