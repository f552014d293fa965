import type { CustomField } from '@peyvand/platform/contract'
import { useUi } from '@peyvand/ui'
import { CustomFieldsSection } from './custom-fields-section.tsx'
import { useFieldGroups } from './use-custom-fields.ts'

interface OwnFieldGroupsProps {
  record: string
  fields: readonly CustomField[]
}

/** Inputs of the firm's own fields in a record's form, under the titles of their sections. */
export const OwnFieldGroups = ({ record, fields }: OwnFieldGroupsProps) => {
  const { locale } = useUi()
  return useFieldGroups(record, fields).map(({ section, fields: own }) =>
    section ? (
      <fieldset key={section.id} className="flex min-w-0 flex-col gap-3.5">
        <legend className="mb-2 text-body font-semibold">
          {locale === 'fa' ? section.titleFa : section.titleEn}
        </legend>
        <CustomFieldsSection fields={own} />
      </fieldset>
    ) : (
      <CustomFieldsSection key="first" fields={own} />
    ),
  )
}
