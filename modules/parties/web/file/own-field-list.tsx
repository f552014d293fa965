import { type CustomField, factsFor, shownFields } from '@peyvand/platform/contract'
import { lazyPart, useUi } from '@peyvand/ui'
import { type Party, partyFacts } from '../../contract/index.ts'
import { useCustomWords } from '../form/use-custom-facts.tsx'
import { useCustomFields, useFieldGroups, useIsReadOnly } from '../form/use-custom-fields.ts'
import { FieldSource } from './field-source.tsx'
import { InlineField } from './inline-field.tsx'
import { useUpdateParty } from './use-update-party.ts'

// Reading a file needs no editors.
const CustomInput = lazyPart(async () => (await import('../form/custom-input.tsx')).CustomInput)

/** Groups of a party's own fields under the titles of their sections, each field written in place. */
export const OwnFieldGroups = ({ party, except }: { party: Party; except: ReadonlySet<string> }) => {
  const { locale } = useUi()
  const fields = usePartyFields(party).filter(({ key }) => !except.has(key))
  const groups = useFieldGroups('parties', fields)
  return groups.map(({ section, fields: own }) => (
    <section key={section?.id ?? 'none'}>
      {section && (
        <h3 className="pb-1 font-semibold text-label">
          {locale === 'fa' ? section.titleFa : section.titleEn}
        </h3>
      )}
      <dl className="flex flex-col">
        {own.map((field) => (
          <OwnFieldRow key={field.key} party={party} field={field} />
        ))}
      </dl>
    </section>
  ))
}

/** The own fields that the party's kind, groups and values bring to sight. */
export function usePartyFields(party: Party): CustomField[] {
  const groups = party.groups.flatMap(({ key, until }) => (until === null ? [key] : []))
  const fields = useCustomFields('parties', [party.kind, ...groups])
  return shownFields(fields, { ...party.custom, ...factsFor(fields, partyFacts(party)) }, [])
}

export const OwnFieldRow = ({ party, field }: { party: Party; field: CustomField }) => {
  const { locale } = useUi()
  const update = useUpdateParty(party)
  const words = useCustomWords()
  const isReadOnly = useIsReadOnly()
  const label = locale === 'fa' ? field.labelFa : field.labelEn
  const value = party.custom[field.key] ?? null
  return (
    <InlineField<unknown>
      label={label}
      value={value}
      shown={words(field, value)}
      canEdit={party.can.update && !isReadOnly(field)}
      source={<FieldSource partyId={party.id} field={`custom.${field.key}`} label={label} />}
      renderEditor={(draft, onChange) => (
        <CustomInput definition={field} field={{ label, value: draft, onChange }} />
      )}
      save={(next) => update({ custom: { [field.key]: next } })}
    />
  )
}
