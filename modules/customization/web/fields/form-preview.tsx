import {
  askedNames,
  type CustomField,
  type CustomSection,
  type CustomValues,
  concerns,
  factsFor,
  isRequiredFor,
  shownFields,
} from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Card, Select, useUi } from '@peyvand/ui'
import { type ComponentType, useState } from 'react'
import { useAskedFields } from './asked-fields.ts'
import type { FieldScopesProps } from './field-list.tsx'
import { OwnInput } from './own-input.tsx'

type Props = {
  fields: readonly CustomField[]
  sections: readonly CustomSection[]
  scopes: ComponentType<FieldScopesProps>
}

/** The form as users will see it; what is typed here tries the conditions and is kept nowhere. */
export const FormPreview = ({ fields, sections, scopes: Scopes }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const [kinds, setKinds] = useState<readonly string[]>([])
  const [values, setValues] = useState<CustomValues>({})
  const [facts, setFacts] = useState<Record<string, string | null>>({})
  // With no kind chosen the fields of all are seen.
  const concerned = fields.filter((field) => kinds.length === 0 || concerns(field, kinds))
  const shown = shownFields(
    concerned.map((field) => ({ ...field, appliesTo: [] })),
    // Groups and kinds are chosen above.
    { ...values, ...factsFor(concerned, { ...facts, groups: kinds, kind: kinds }) },
    [],
  )
  const titleOf = (section: CustomSection | null) =>
    section && (locale === 'fa' ? section.titleFa : section.titleEn)
  const groups = [null, ...sections].map((section) => ({
    section,
    own: shown.filter(({ sectionId }) => sectionId === (section?.id ?? null)),
  }))
  return (
    <Card title={t('customization.ui.fields.preview')} className="self-start lg:sticky lg:top-4">
      <div className="flex flex-col gap-3.5">
        <p className="text-meta text-muted">{t('customization.ui.fields.previewHint')}</p>
        <Scopes
          label={t('customization.ui.fields.previewFor')}
          description=""
          value={kinds}
          onChange={setKinds}
        />
        <AskedChoices fields={concerned} value={facts} onChange={setFacts} />
        {groups.map(
          ({ section, own }) =>
            own.length > 0 && (
              <section
                key={section?.id ?? 'none'}
                className="flex flex-col gap-3.5 border-t border-line pt-3.5"
              >
                {section && <h3 className="font-semibold">{titleOf(section)}</h3>}
                {own.map((field) => {
                  const help = locale === 'fa' ? field.helpFa : field.helpEn
                  return (
                    <OwnInput
                      key={field.key}
                      definition={field}
                      field={{
                        label: locale === 'fa' ? field.labelFa : field.labelEn,
                        isRequired: isRequiredFor(field, kinds),
                        ...(help && { description: help }),
                        value: values[field.key] ?? null,
                        onChange: (value) => setValues({ ...values, [field.key]: value }),
                      }}
                    />
                  )
                })}
              </section>
            ),
        )}
      </div>
    </Card>
  )
}

type AskedProps = {
  fields: readonly CustomField[]
  value: Readonly<Record<string, string | null>>
  onChange: (value: Record<string, string | null>) => void
}

/** What conditions ask of the record, to be tried in the preview. */
const AskedChoices = ({ fields, value, onChange }: AskedProps) => {
  const { locale } = useUi()
  const asked = useAskedFields(fields[0]?.record ?? '', [])
  const names = askedNames(fields).filter((name) => name !== 'groups' && name !== 'kind')
  return names.map((name) => {
    const field = asked.find(({ key }) => key === `record.${name}`)
    return (
      field && (
        <Select
          key={name}
          label={locale === 'fa' ? field.labelFa : field.labelEn}
          value={value[name] ?? null}
          isClearable
          onChange={(id) => onChange({ ...value, [name]: id })}
          options={field.options.map((option) => ({ id: option.value, label: option.labelFa }))}
        />
      )
    )
  })
}
