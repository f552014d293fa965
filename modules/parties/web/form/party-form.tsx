import { useT } from '@peyvand/platform/web'
import { lazyPart, useUi } from '@peyvand/ui'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Party } from '../../contract/index.ts'
import { ContactPointsField } from './contact-points-field.tsx'
import { CustomFieldsSection, useShownFields } from './custom-fields-section.tsx'
import { FieldGrid, FormSection } from './form-fields.tsx'
import {
  FollowUpSection,
  IdentifiersSection,
  IdentitySection,
  KindSwitch,
  RelationsSection,
} from './form-sections.tsx'
import type { PartyFormValues } from './party-form-values.ts'
import { useCustomDefaults } from './use-custom-defaults.ts'
import { useCustomFields, useFieldGroups } from './use-custom-fields.ts'

// The cities of the country come with it.
const AddressesField = lazyPart(async () => (await import('./addresses-field.tsx')).AddressesField)

/** Every field of a party, by sections. Inside the form's provider. */
export const PartyForm = ({ party }: { party?: Party }) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const [kind, groups] = useWatch({ control, name: ['kind', 'groups'] })
  const own = useCustomFields('parties', [kind, ...groups])
  useCustomDefaults(own, !party)
  const ownGroups = useFieldGroups('parties', useShownFields(own))
  const { locale } = useUi()
  const rules = party?.fieldRules ?? {}
  // What is hidden or masked would be written back in its hidden form.
  const isLocked = (field: string) => rules[field] !== undefined
  return (
    <div className="flex flex-col gap-5">
      {!party && <KindSwitch />}
      <FormSection title={t('parties.form.identity')}>
        <IdentitySection party={party} />
      </FormSection>
      <FormSection title={t('parties.field.contactPoints')}>
        <ContactPointsField isDisabled={isLocked('phones') || isLocked('emails')} />
      </FormSection>
      {rules['addresses'] !== 'hidden' && (
        <FormSection title={t('parties.field.addresses')}>
          <AddressesField isDisabled={isLocked('addresses')} />
        </FormSection>
      )}
      <FormSection title={t('parties.form.identifiers')}>
        <IdentifiersSection isDisabled={isLocked('identifiers')} />
      </FormSection>
      <FormSection title={t('parties.form.relations')}>
        <RelationsSection party={party} />
      </FormSection>
      <FormSection title={t('parties.form.followUp')}>
        <FollowUpSection party={party} hasGroups={!party} canWriteNotes={!isLocked('notes')} />
      </FormSection>
      {ownGroups.map(({ section, fields }) => (
        <FormSection
          key={section?.id ?? 'none'}
          title={section ? (locale === 'fa' ? section.titleFa : section.titleEn) : t('parties.form.custom')}
        >
          <FieldGrid>
            <CustomFieldsSection fields={fields} />
          </FieldGrid>
        </FormSection>
      ))}
    </div>
  )
}
