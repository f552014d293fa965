import {
  callApi,
  FormDrawer,
  getPreferences,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { InviteUser, inviteUserRoute, type OneTimeLink } from '../../contract/index.ts'
import { UserFormFields } from './user-form-fields.tsx'

interface InviteDrawerProps {
  onClose: () => void
  onInvited: (invitation: OneTimeLink) => void
}

export function InviteDrawer({ onClose, onInvited }: InviteDrawerProps) {
  const t = useT()
  const form = useSchemaForm(InviteUser, {
    name: '',
    email: '',
    mobile: null,
    jobTitle: null,
    locale: getPreferences().locale,
    roleIds: [],
    teamIds: [],
  })
  const submit = useSubmit(form, async (body) => {
    const { invitation } = await callApi(inviteUserRoute, { body })
    await invalidateTopics(['users', 'teams', 'roles'])
    onClose()
    onInvited(invitation)
  })
  return (
    <FormDrawer
      isDismissable={!form.formState.isDirty}
      title={t('identity.ui.users.invite')}
      action={t('identity.ui.users.makeInvitation')}
      hint={t('identity.ui.users.inviteHint')}
      submit={submit}
      onClose={onClose}
    >
      <UserFormFields control={form.control} />
    </FormDrawer>
  )
}
