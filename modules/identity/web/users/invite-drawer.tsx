import {
  callApi,
  FormFault,
  getPreferences,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Drawer } from '@peyvand/ui'
import { useId } from 'react'
import { InviteUser, inviteUserRoute, type OneTimeLink } from '../../contract/index.ts'
import { UserFormFields } from './user-form-fields.tsx'

interface InviteDrawerProps {
  onClose: () => void
  onInvited: (invitation: OneTimeLink) => void
}

export function InviteDrawer({ onClose, onInvited }: InviteDrawerProps) {
  const t = useT()
  const formId = useId()
  const form = useSchemaForm(InviteUser, {
    name: '',
    email: '',
    mobile: null,
    jobTitle: null,
    locale: getPreferences().locale,
    roleIds: [],
    teamIds: [],
  })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const { invitation } = await callApi(inviteUserRoute, { body })
    await invalidateTopics(['users', 'teams', 'roles'])
    onClose()
    onInvited(invitation)
  })
  return (
    <Drawer
      isOpen
      isDismissable={!form.formState.isDirty}
      onOpenChange={onClose}
      title={t('identity.ui.users.invite')}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t('identity.ui.users.makeInvitation')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <p className="text-muted">{t('identity.ui.users.inviteHint')}</p>
        <FormFault error={fault} />
        <UserFormFields control={form.control} />
      </form>
    </Drawer>
  )
}
