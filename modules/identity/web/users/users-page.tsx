import { ListPage, usePageTitle, useT, useUrlState } from '@peyvand/platform/web'
import { Button, EmptyState, lazyPart } from '@peyvand/ui'
import { UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { listUsersRoute, type OneTimeLink, type User } from '../../contract/index.ts'
import { OneTimeLinkDialog } from '../one-time-link-dialog.tsx'
import { useUserColumns } from './use-user-columns.tsx'
import { UserCard } from './user-card.tsx'
import { userFields } from './user-fields.ts'

const InviteDrawer = lazyPart(async () => (await import('./invite-drawer.tsx')).InviteDrawer)
const UserDrawer = lazyPart(async () => (await import('./user-drawer.tsx')).UserDrawer)

const Search = z.object({
  form: z.enum(['new']).optional().catch(undefined),
  peek: z.string().optional().catch(undefined),
})
const defaultColumns = ['name', 'email', 'state', 'roles', 'teams', 'lastSignInAt'] as const
const renderCard = (user: User) => <UserCard user={user} />

/** Users of the firm: invite, change, deactivate, hand out links. */
export function UsersPage() {
  const t = useT()
  usePageTitle(t('identity.users'))
  const columns = useUserColumns()
  const [{ form }, setSearch] = useUrlState(Search)
  const [invitation, setInvitation] = useState<OneTimeLink | null>(null)
  const invite = () => setSearch({ form: 'new' })
  const button = (
    <Button kind="primary" icon={<UserPlus size={16} aria-hidden />} onPress={invite}>
      {t('identity.ui.users.invite')}
    </Button>
  )
  return (
    <>
      <ListPage<User>
        list="identity.users"
        title={t('identity.users')}
        route={listUsersRoute}
        fields={userFields}
        columns={columns}
        defaultColumns={defaultColumns}
        defaultSort="name"
        rowLabel={({ name }) => name}
        onOpen={({ id }) => setSearch({ peek: id })}
        renderPeek={({ id, close }) => <UserDrawer key={id} userId={id} onClose={close} />}
        renderCard={renderCard}
        actions={() => button}
        searchLabel={t('identity.ui.users.search')}
        empty={<EmptyState icon={<Users />} title={t('identity.ui.users.empty')} action={button} />}
      />
      {form === 'new' && (
        <InviteDrawer onClose={() => setSearch({ form: undefined })} onInvited={setInvitation} />
      )}
      {invitation && (
        <OneTimeLinkDialog
          title={t('identity.ui.users.invitationLink')}
          hint={t('identity.ui.users.invitationHint')}
          link={invitation}
          onClose={() => setInvitation(null)}
        />
      )}
    </>
  )
}
