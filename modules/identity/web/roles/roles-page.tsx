import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Badge, Button, Card, PageHeader, useFormat } from '@peyvand/ui'
import { Lock, Plus } from 'lucide-react'
import { Button as PlainButton } from 'react-aria-components'
import { z } from 'zod'
import { listRolesRoute, permissionCatalogueRoute, type Role } from '../../contract/index.ts'
import { useRoleNames } from '../users/use-user-columns.tsx'
import { RoleEditor } from './role-editor.tsx'

const Search = z.object({ role: z.string().optional().catch(undefined) })
const newRole = 'new'

/** Roles of the firm and all that each allows. */
export function RolesPage() {
  const t = useT()
  usePageTitle(t('identity.ui.nav.roles'))
  const [{ role: openId }, setSearch] = useUrlState(Search)
  const { data: roles, error, refetch } = useRoute(listRolesRoute, {})
  const { data: catalogue } = useRoute(permissionCatalogueRoute, {}, { staleTime: Number.POSITIVE_INFINITY })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!roles || !catalogue) return <PageSkeleton />
  const open = openId === newRole ? null : (roles.items.find(({ id }) => id === openId) ?? roles.items[0])
  return (
    <div className="flex flex-col gap-3">
      <PageHeader
        title={t('identity.ui.nav.roles')}
        actions={
          <Button
            kind="primary"
            icon={<Plus size={16} aria-hidden />}
            onPress={() => setSearch({ role: newRole })}
          >
            {t('identity.ui.roles.new')}
          </Button>
        }
      />
      <Card isFlush>
        <ul className="flex flex-wrap gap-1 p-2">
          {roles.items.map((role) => (
            <li key={role.id}>
              <RoleTab role={role} isOpen={role === open} onOpen={() => setSearch({ role: role.id })} />
            </li>
          ))}
        </ul>
      </Card>
      <RoleEditor
        key={open ? `${open.id}:${open.version}` : newRole}
        role={open ?? null}
        catalogue={catalogue}
        onOpen={(id) => setSearch({ role: id })}
      />
    </div>
  )
}

function RoleTab({ role, isOpen, onOpen }: { role: Role; isOpen: boolean; onOpen: () => void }) {
  const format = useFormat()
  const name = useRoleNames()
  return (
    <PlainButton
      onPress={onOpen}
      aria-pressed={isOpen}
      className="flex min-h-control cursor-pointer items-center gap-2 rounded-control px-3 data-hovered:bg-surface-2 aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent-text"
    >
      {role.everything && <Lock size={14} aria-hidden />}
      {name(role)}
      <Badge>{format.number(role.userCount)}</Badge>
    </PlainButton>
  )
}
