import { useT } from '@peyvand/platform/web'
import type { ReactNode } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import type { PartyKind, QuickFieldName } from '../../contract/index.ts'
import { OwnerField, PartyField, SuggestedField, TeamField, ValueField } from './choice-fields.tsx'
import { CodeLine, DayField, LineField } from './form-fields.tsx'
import type { PartyFormValues } from './party-form-values.ts'
import { TagsField } from './tags-field.tsx'

type Props = { name: QuickFieldName; kind: PartyKind; employerName?: string | undefined }

/** A built-in field of the short form by the name that layouts know it by. */
export const LayoutField = (props: Props) => inputs[props.name](props)

const inputs: Record<QuickFieldName, (props: Props) => ReactNode> = {
  worksFor: ({ employerName }) => <PartyField name="worksForId" valueLabel={employerName} />,
  jobTitle: () => <SuggestedField name="jobTitle" list="jobTitles" />,
  honorific: () => <SuggestedField name="honorific" list="honorifics" />,
  brandName: () => <LineField name="brandName" />,
  industry: () => <ValueField name="industryId" />,
  owner: () => <OwnerField />,
  team: () => <TeamField />,
  leadSource: () => <ValueField name="leadSourceId" />,
  level: () => <ValueField name="levelId" />,
  introducer: () => <PartyField name="introducerId" />,
  marketer: () => <PartyField name="marketerId" />,
  nextContactOn: () => <DayField name="nextContactOn" />,
  birthDate: ({ kind }) => <BirthDate kind={kind} />,
  number: () => <CodeLine name="number" />,
  nationalId: () => <CodeLine name="nationalId" />,
  legalNationalId: () => <CodeLine name="legalNationalId" />,
  economicCode: () => <CodeLine name="economicCode" />,
  registrationNumber: () => <CodeLine name="registrationNumber" />,
  tags: () => <Tags />,
}

const BirthDate = ({ kind }: { kind: PartyKind }) => {
  const t = useT()
  return (
    <DayField
      name="birthDate"
      label={t(kind === 'person' ? 'parties.form.birthDate' : 'parties.form.foundedOn')}
    />
  )
}

const Tags = () => {
  const { control } = useFormContext<PartyFormValues>()
  return (
    <Controller
      control={control}
      name="tagIds"
      render={({ field }) => <TagsField value={field.value} onChange={field.onChange} known={[]} />}
    />
  )
}
