import { useT } from '@peyvand/platform/web'
import { Avatar, Bdi, Link, StatusPill, useFormat, useUi } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { useMemo } from 'react'
import type { User, UserState } from '../../contract/index.ts'

const tones = { invited: 'accent', active: 'ok', inactive: 'neutral' } as const

export function UserStatePill({ state }: { state: UserState }) {
  const t = useT()
  return <StatusPill tone={tones[state]}>{t(`identity.user.state.${state}`)}</StatusPill>
}

/** Names of a user's roles in the reader's language. */
export function useRoleNames() {
  const { locale } = useUi()
  return (role: { nameFa: string; nameEn: string }) => (locale === 'fa' ? role.nameFa : role.nameEn)
}

export function useUserColumns(): DataGridColumn<User>[] {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('identity.user.name'),
        width: 220,
        sortable: true,
        sticky: true,
        hideable: false,
        cell: ({ name }) => (
          <span className="flex min-w-0 items-center gap-2">
            <Avatar name={name} size={24} />
            <span className="truncate font-medium">{name}</span>
          </span>
        ),
      },
      {
        id: 'email',
        header: t('identity.user.email'),
        width: 220,
        sortable: true,
        cell: ({ email }) => <Bdi>{email}</Bdi>,
      },
      {
        id: 'state',
        header: t('identity.user.state'),
        width: 120,
        cell: ({ state }) => <UserStatePill state={state} />,
      },
      {
        id: 'roles',
        header: t('identity.user.roles'),
        width: 180,
        cell: ({ roles }) => format.list(roles.map((role) => (locale === 'fa' ? role.nameFa : role.nameEn))),
      },
      {
        id: 'teams',
        header: t('identity.user.teams'),
        width: 160,
        cell: ({ teams }) => format.list(teams.map(({ name }) => name)),
      },
      {
        id: 'jobTitle',
        header: t('identity.user.jobTitle'),
        sortable: true,
        cell: ({ jobTitle }) => jobTitle,
      },
      {
        id: 'mobile',
        header: t('identity.user.mobile'),
        cell: ({ mobile }) =>
          mobile && (
            <Link href={`tel:${mobile}`} className="text-text decoration-transparent">
              <Bdi>{format.phone(mobile)}</Bdi>
            </Link>
          ),
      },
      {
        id: 'lastSignInAt',
        header: t('identity.user.lastSignInAt'),
        sortable: true,
        cell: ({ lastSignInAt }) => lastSignInAt && format.relative(lastSignInAt),
      },
      {
        id: 'twoFactor',
        header: t('identity.ui.twoFactor.title'),
        width: 130,
        cell: ({ twoFactor }) => t(twoFactor ? 'identity.ui.on' : 'identity.ui.off'),
      },
    ],
    [t, format, locale],
  )
}
