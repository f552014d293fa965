import { FormField, useRoute, useT } from '@peyvand/platform/web'
import { MultiSelect, PhoneField, Select, TextField } from '@peyvand/ui'
import type { Control } from 'react-hook-form'
import type { z } from 'zod'
import type { InviteUser as InviteUserSchema } from '../../contract/index.ts'
import { type InviteUser, listRolesRoute, listTeamsRoute } from '../../contract/index.ts'
import { useRoleNames } from './use-user-columns.tsx'

type Values = z.input<typeof InviteUserSchema>

interface UserFormFieldsProps {
  control: Control<Values, unknown, InviteUser>
  /** The person also works in another firm: name and e-mail are their own to change. */
  isLoginFixed?: boolean
}

/** What an invitation and the form of a user have in common. */
export function UserFormFields({ control, isLoginFixed = false }: UserFormFieldsProps) {
  const t = useT()
  const roleName = useRoleNames()
  const { data: roles } = useRoute(listRolesRoute, {})
  const { data: teams } = useRoute(listTeamsRoute, {})
  return (
    <>
      <FormField control={control} name="name">
        {(field) => <TextField {...field} label={t('identity.ui.fullName')} isRequired />}
      </FormField>
      <FormField control={control} name="email">
        {(field) => (
          <TextField
            {...field}
            label={t('identity.user.email')}
            type="email"
            dir="ltr"
            isRequired
            isReadOnly={isLoginFixed}
          />
        )}
      </FormField>
      <FormField control={control} name="mobile">
        {(field) => <PhoneField {...field} value={field.value ?? ''} label={t('identity.user.mobile')} />}
      </FormField>
      <FormField control={control} name="jobTitle">
        {(field) => <TextField {...field} value={field.value ?? ''} label={t('identity.user.jobTitle')} />}
      </FormField>
      <FormField control={control} name="roleIds">
        {(field) => (
          <MultiSelect
            {...field}
            label={t('identity.user.roles')}
            isRequired
            options={(roles?.items ?? [])
              .filter(({ id, can }) => can.assign || field.value.includes(id))
              .map((role) => ({ id: role.id, label: roleName(role), isDisabled: !role.can.assign }))}
          />
        )}
      </FormField>
      <FormField control={control} name="teamIds">
        {(field) => (
          <MultiSelect
            {...field}
            value={field.value ?? []}
            label={t('identity.user.teams')}
            options={(teams?.items ?? []).map(({ id, name }) => ({ id, label: name }))}
          />
        )}
      </FormField>
      <FormField control={control} name="locale">
        {({ value, ...field }) => (
          <Select
            {...field}
            value={value ?? null}
            label={t('identity.ui.language')}
            options={[
              { id: 'fa', label: 'فارسی' },
              { id: 'en', label: 'English' },
            ]}
          />
        )}
      </FormField>
    </>
  )
}
