import {
  callApi,
  FormFault,
  invalidateTopics,
  PageProblem,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, DescriptionList, Drawer, Skeleton, toast, useFormat } from '@peyvand/ui'
import { useId } from 'react'
import { getUserRoute, InviteUser, type User, updateUserRoute } from '../../contract/index.ts'
import { UserStatePill } from './use-user-columns.tsx'
import { UserActions } from './user-actions.tsx'
import { UserFormFields } from './user-form-fields.tsx'

interface UserDrawerProps {
  userId: string
  onClose: () => void
}

/** One user beside the list: their data, roles and teams, and what can be done about their access. */
export function UserDrawer({ userId, onClose }: UserDrawerProps) {
  const { data: user, error } = useRoute(getUserRoute, { params: { id: userId } })
  if (user) return <LoadedDrawer key={user.version} user={user} onClose={onClose} />
  return (
    <Drawer isOpen onOpenChange={onClose} title="…">
      {error ? <PageProblem error={error} /> : <Skeleton className="h-60 w-full" />}
    </Drawer>
  )
}

function LoadedDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const formId = useId()
  const form = useSchemaForm(InviteUser, {
    name: user.name,
    email: user.email,
    mobile: user.mobile,
    jobTitle: user.jobTitle,
    locale: user.locale,
    roleIds: user.roles.map(({ id }) => id),
    teamIds: user.teams.map(({ id }) => id),
  })
  const { isDirty, dirtyFields } = form.formState
  const { onSubmit, fault, isPending } = useSubmit(form, async (values) => {
    // Only what was changed: the others may not be the caller's to change.
    const changed = Object.fromEntries(
      Object.entries(values).filter(([name]) => name in dirtyFields),
    ) as Partial<InviteUser>
    await callApi(updateUserRoute, { params: { id: user.id }, body: { ...changed, version: user.version } })
    await invalidateTopics(['users', 'teams', 'roles', 'colleagues', 'session'])
    toast({ kind: 'ok', title: t('web.saved') })
  })
  return (
    <Drawer
      isOpen
      isDismissable={!isDirty}
      onOpenChange={onClose}
      title={user.name}
      titleAside={<UserStatePill state={user.state} />}
      footer={
        user.can.update && (
          <>
            <Button kind="primary" type="submit" form={formId} isPending={isPending} isDisabled={!isDirty}>
              {t('web.save')}
            </Button>
            <Button onPress={onClose}>{t('web.cancel')}</Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <UserActions user={user} />
        <form id={formId} noValidate onSubmit={onSubmit}>
          <fieldset disabled={!user.can.update} className="flex flex-col gap-3.5">
            <FormFault error={fault} />
            <UserFormFields control={form.control} />
          </fieldset>
        </form>
        <DescriptionList
          items={[
            {
              label: t('identity.user.lastSignInAt'),
              value: user.lastSignInAt && format.dateTime(user.lastSignInAt),
            },
            { label: t('identity.user.createdAt'), value: format.dateTime(user.createdAt) },
            {
              label: t('identity.ui.twoFactor.title'),
              value: t(user.twoFactor ? 'identity.ui.on' : 'identity.ui.off'),
            },
          ]}
        />
      </div>
    </Drawer>
  )
}
