import { Avatar, Bdi, useFormat } from '@peyvand/ui'
import type { User } from '../../contract/index.ts'
import { UserStatePill, useRoleNames } from './use-user-columns.tsx'

/** A user in two lines, for phones. */
export function UserCard({ user }: { user: User }) {
  const format = useFormat()
  const roleName = useRoleNames()
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar name={user.name} size={32} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-meta text-muted">
          {user.roles.length > 0 ? format.list(user.roles.map(roleName)) : <Bdi>{user.email}</Bdi>}
        </p>
      </div>
      <UserStatePill state={user.state} />
    </div>
  )
}
