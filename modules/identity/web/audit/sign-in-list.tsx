import type { ListFields } from '@peyvand/platform/contract'
import { ListPage, useT } from '@peyvand/platform/web'
import { EmptyState, StatusPill, useFormat } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { LogIn } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { listSignInsRoute, type SignInRecord } from '../../contract/index.ts'
import { deviceName } from '../profile/device-name.ts'

const fields: ListFields = {
  at: { type: 'instant', label: 'identity.signIn.at', sortable: true },
  email: { type: 'text', label: 'identity.signIn.email' },
  userId: { type: 'user', label: 'identity.signIn.user' },
  outcome: {
    type: 'enum',
    label: 'identity.signIn.outcome',
    options: {
      signedIn: 'identity.signIn.outcome.signedIn',
      failed: 'identity.signIn.outcome.failed',
      locked: 'identity.signIn.outcome.locked',
    },
  },
}
const tones = { signedIn: 'ok', failed: 'warn', locked: 'bad' } as const
const defaultColumns = ['at', 'email', 'user', 'outcome', 'ip', 'device'] as const
const nothing = () => undefined

const renderCard = (record: SignInRecord) => <SignInCard record={record} />

/** Sign-ins and failed attempts. */
export function SignInList({ switcher }: { switcher: ReactNode }) {
  const t = useT()
  const format = useFormat()
  const columns = useMemo<DataGridColumn<SignInRecord>[]>(
    () => [
      {
        id: 'at',
        header: t('identity.signIn.at'),
        width: 170,
        sortable: true,
        cell: ({ at }) => format.dateTime(at),
      },
      {
        id: 'email',
        header: t('identity.signIn.email'),
        width: 200,
        cell: ({ email }) => <bdi dir="ltr">{email}</bdi>,
      },
      { id: 'user', header: t('identity.signIn.user'), cell: ({ userName }) => userName },
      {
        id: 'outcome',
        header: t('identity.signIn.outcome'),
        width: 130,
        cell: ({ outcome }) => (
          <StatusPill tone={tones[outcome]}>{t(`identity.signIn.outcome.${outcome}`)}</StatusPill>
        ),
      },
      {
        id: 'ip',
        header: t('identity.ui.ip'),
        width: 130,
        cell: ({ ip }) => ip && <bdi dir="ltr">{ip}</bdi>,
      },
      {
        id: 'device',
        header: t('identity.ui.device'),
        cell: ({ userAgent }) => <bdi>{deviceName(userAgent)}</bdi>,
      },
    ],
    [t, format],
  )
  return (
    <ListPage<SignInRecord>
      list="identity.signIns"
      title={t('identity.ui.audit.signIns')}
      route={listSignInsRoute}
      fields={fields}
      columns={columns}
      defaultColumns={defaultColumns}
      defaultSort="-at"
      rowLabel={({ email }) => email}
      onOpen={nothing}
      actions={() => switcher}
      renderCard={renderCard}
      searchLabel={t('identity.ui.audit.searchSignIns')}
      empty={<EmptyState icon={<LogIn />} title={t('identity.ui.audit.noSignIns')} />}
    />
  )
}

function SignInCard({ record }: { record: SignInRecord }) {
  const t = useT()
  const format = useFormat()
  const { email, userName, at, outcome, userAgent } = record
  return (
    <div className="flex min-w-0 items-center gap-3">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{userName ?? <bdi dir="ltr">{email}</bdi>}</p>
        <p className="truncate text-meta text-muted">
          {format.dateTime(at)} · <bdi>{deviceName(userAgent)}</bdi>
        </p>
      </div>
      <StatusPill tone={tones[outcome]}>{t(`identity.signIn.outcome.${outcome}`)}</StatusPill>
    </div>
  )
}
