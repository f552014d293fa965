import { useT } from '@peyvand/platform/web'
import { bindField, MultiSelect, SegmentedControl, Select, Switch, TextArea } from '@peyvand/ui'
import { Building2, User } from 'lucide-react'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import type { Party, PartyKind } from '../../contract/index.ts'
import { useGroupNames, usePartyGroups } from '../choices/use-choices.ts'
import { OwnerField, PartyField, SuggestedField, TeamField, ValueField } from './choice-fields.tsx'
import { CodeLine, DayField, FieldGrid, LineField } from './form-fields.tsx'
import type { PartyFormValues } from './party-form-values.ts'
import { PhotoField } from './photo-field.tsx'
import { TagsField } from './tags-field.tsx'

/** Person or organisation; fixed once the record exists. */
export const KindSwitch = () => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const kinds: { id: PartyKind; icon: typeof User }[] = [
    { id: 'person', icon: User },
    { id: 'organization', icon: Building2 },
  ]
  return (
    <Controller
      control={control}
      name="kind"
      render={({ field }) => (
        <SegmentedControl
          label={t('parties.field.kind')}
          className="self-start"
          value={field.value}
          onChange={field.onChange}
          options={kinds.map(({ id, icon: Icon }) => ({
            id,
            label: t(`parties.kind.${id}`),
            icon: <Icon aria-hidden />,
          }))}
        />
      )}
    />
  )
}

export const IdentitySection = ({ party }: { party?: Party | undefined }) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const kind = useWatch({ control, name: 'kind' })
  const genders = ['female', 'male'] as const
  return (
    <>
      <PhotoField />
      {kind === 'person' ? (
        <FieldGrid>
          <LineField name="firstName" />
          <LineField name="lastName" isRequired />
          <SuggestedField name="honorific" list="honorifics" />
          <Controller
            control={control}
            name="gender"
            render={(f) => (
              <Select
                label={t('parties.field.gender')}
                options={genders.map((id) => ({ id, label: t(`parties.gender.${id}`) }))}
                isClearable
                {...bindField(f)}
              />
            )}
          />
          <PartyField name="worksForId" valueLabel={party?.worksFor?.name} />
          <SuggestedField name="jobTitle" list="jobTitles" />
          <DayField name="birthDate" label={t('parties.form.birthDate')} />
          <ValueField name="industryId" />
          <LineField name="firstNameLatin" />
          <LineField name="lastNameLatin" />
        </FieldGrid>
      ) : (
        <FieldGrid>
          <LineField name="name" isRequired />
          <LineField name="brandName" />
          <LineField name="nameLatin" />
          <ValueField name="industryId" />
          <DayField name="birthDate" label={t('parties.form.foundedOn')} />
        </FieldGrid>
      )}
    </>
  )
}

export const IdentifiersSection = ({ isDisabled = false }: { isDisabled?: boolean }) => {
  const { control } = useFormContext<PartyFormValues>()
  const kind = useWatch({ control, name: 'kind' })
  const names =
    kind === 'person'
      ? (['nationalId', 'economicCode', 'birthCertificateNo', 'foreignId'] as const)
      : (['legalNationalId', 'economicCode', 'registrationNumber', 'foreignId'] as const)
  return (
    <FieldGrid>
      <CodeLine name="number" />
      {names.map((name) => (
        <CodeLine key={name} name={name} isDisabled={isDisabled} />
      ))}
      {kind === 'person' && <LineField name="fatherName" isDisabled={isDisabled} />}
    </FieldGrid>
  )
}

export const RelationsSection = ({ party }: { party?: Party | undefined }) => (
  <FieldGrid>
    <OwnerField valueLabel={party?.owner?.name} />
    <TeamField />
    <ValueField name="leadSourceId" />
    <ValueField name="levelId" />
    <PartyField name="introducerId" valueLabel={party?.introducer?.name} />
    <PartyField name="marketerId" valueLabel={party?.marketer?.name} />
  </FieldGrid>
)

/** Groups are chosen while creating; later they change on the file, where states and numbers are seen. */
export const GroupsField = () => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const groups = usePartyGroups()
  const { groupName } = useGroupNames()
  return (
    <Controller
      control={control}
      name="groups"
      render={(f) => (
        <MultiSelect
          label={t('parties.field.groups')}
          options={groups.map((group) => ({ id: group.key, label: groupName(group) }))}
          {...bindField(f)}
        />
      )}
    />
  )
}

type FollowUpProps = { party?: Party | undefined; canWriteNotes?: boolean; hasGroups: boolean }

export const FollowUpSection = ({ party, canWriteNotes = true, hasGroups }: FollowUpProps) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  return (
    <>
      <FieldGrid>
        {hasGroups && <GroupsField />}
        <DayField name="nextContactOn" />
      </FieldGrid>
      <Controller
        control={control}
        name="tagIds"
        render={({ field }) => (
          <TagsField value={field.value} onChange={field.onChange} known={party?.tags ?? []} />
        )}
      />
      {canWriteNotes && (
        <Controller
          control={control}
          name="notes"
          render={(f) => <TextArea label={t('parties.field.notes')} minRows={3} {...bindField(f)} />}
        />
      )}
      <Controller
        control={control}
        name="doNotContact"
        render={({ field: { value, onChange } }) => (
          <Switch value={value} onChange={onChange} description={t('parties.form.doNotContactHint')}>
            {t('parties.field.doNotContact')}
          </Switch>
        )}
      />
    </>
  )
}
