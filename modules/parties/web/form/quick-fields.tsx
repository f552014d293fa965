import { Fragment } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { QuickFieldName } from '../../contract/index.ts'
import { ownKeys, useLayout } from '../groups/use-layout.ts'
import { ContactPointsField } from './contact-points-field.tsx'
import { CustomFieldsSection, useShownFields } from './custom-fields-section.tsx'
import { FieldGrid, LineField } from './form-fields.tsx'
import { GroupsField, KindSwitch } from './form-sections.tsx'
import { LayoutField } from './layout-field.tsx'
import type { PartyFormValues } from './party-form-values.ts'
import { useCustomDefaults } from './use-custom-defaults.ts'
import { useCustomFields } from './use-custom-fields.ts'

/** Beside the name, where the layout has them. */
const besideName: readonly string[] = ['worksFor', 'jobTitle']

/** The few fields with which a party usually comes in, as its groups have them, and those the firm demands. */
export const QuickFields = ({ employerName }: { employerName?: string | undefined }) => {
  const { control } = useFormContext<PartyFormValues>()
  const [kind, groups] = useWatch({ control, name: ['kind', 'groups'] })
  const names = useLayout(kind, groups).quick
  const own = useCustomFields('parties', [kind, ...groups])
  useCustomDefaults(own, true)
  const shown = useShownFields(own)
  const placed = new Set(ownKeys(names))
  const demanded = shown.filter((field) => field.required && !placed.has(field.key))
  const builtIn = (name: string) => (
    <LayoutField key={name} name={name as QuickFieldName} kind={kind} employerName={employerName} />
  )
  return (
    <div className="flex flex-col gap-3.5">
      <KindSwitch />
      {kind === 'person' ? (
        <FieldGrid>
          {/* The drawer was opened to type a name. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <LineField name="firstName" autoFocus />
          <LineField name="lastName" isRequired />
          {names.filter((name) => besideName.includes(name)).map(builtIn)}
        </FieldGrid>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <LineField name="name" isRequired autoFocus />
      )}
      <ContactPointsField isBrief />
      <FieldGrid>
        <GroupsField />
        {names
          .filter((name) => !besideName.includes(name))
          .map((name) => {
            if (!name.startsWith('custom.')) return builtIn(name)
            const fields = shown.filter(({ key }) => `custom.${key}` === name)
            return (
              <Fragment key={name}>
                <CustomFieldsSection fields={fields} />
              </Fragment>
            )
          })}
        <CustomFieldsSection fields={demanded} />
      </FieldGrid>
    </div>
  )
}
