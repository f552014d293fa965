import { useFormContext, useWatch } from 'react-hook-form'
import { OwnerField, PartyField, SuggestedField, ValueField } from './choice-fields.tsx'
import { ContactPointsField } from './contact-points-field.tsx'
import { CustomFieldsSection, useShownFields } from './custom-fields-section.tsx'
import { FieldGrid, LineField } from './form-fields.tsx'
import { GroupsField, KindSwitch } from './form-sections.tsx'
import type { PartyFormValues } from './party-form-values.ts'
import { useCustomDefaults, useCustomFields } from './use-custom-fields.ts'

/** The few fields with which a party usually comes in, and those the firm demands. */
export const QuickFields = ({ employerName }: { employerName?: string | undefined }) => {
  const { control } = useFormContext<PartyFormValues>()
  const [kind, groups] = useWatch({ control, name: ['kind', 'groups'] })
  const own = useCustomFields('parties', [kind, ...groups])
  useCustomDefaults(own, true)
  const required = useShownFields(own).filter((field) => field.required)
  return (
    <div className="flex flex-col gap-3.5">
      <KindSwitch />
      {kind === 'person' ? (
        <FieldGrid>
          {/* The drawer was opened to type a name. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <LineField name="firstName" autoFocus />
          <LineField name="lastName" isRequired />
          <PartyField name="worksForId" valueLabel={employerName} />
          <SuggestedField name="jobTitle" list="jobTitles" />
        </FieldGrid>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <LineField name="name" isRequired autoFocus />
      )}
      <ContactPointsField isBrief />
      <FieldGrid>
        <GroupsField />
        <OwnerField />
        <ValueField name="leadSourceId" />
        <ValueField name="levelId" />
      </FieldGrid>
      <CustomFieldsSection fields={required} />
    </div>
  )
}
