import { callApi, invalidateTopics, usePermission, useProblemText, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Callout, confirm, toast, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import {
  deactivateUserRoute,
  makeResetLinkRoute,
  type OneTimeLink,
  reactivateUserRoute,
  renewInvitationRoute,
  stopUserTwoFactorRoute,
  type User,
} from '../../contract/index.ts'
import { OneTimeLinkDialog } from '../one-time-link-dialog.tsx'

type Shown = { kind: 'invitation' | 'reset'; link: OneTimeLink }

/** Links and access of one user; only what the server says can be done. */
export function UserActions({ user }: { user: User }) {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const [shown, setShown] = useState<Shown | null>(null)
  const call = { params: { id: user.id } }
  const run = async (act: () => Promise<unknown>) => {
    try {
      await act()
      await invalidateTopics(['users', 'colleagues'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const renew = () =>
    run(async () => setShown({ kind: 'invitation', link: await callApi(renewInvitationRoute, call) }))
  const reset = () =>
    run(async () => setShown({ kind: 'reset', link: await callApi(makeResetLinkRoute, call) }))
  const deactivate = async () => {
    const isSure = await confirm({
      title: t('identity.ui.users.deactivate'),
      body: t('identity.ui.users.deactivateBody', { name: user.name }),
      confirmLabel: t('identity.ui.users.deactivate'),
      isDanger: true,
    })
    if (isSure) await run(() => callApi(deactivateUserRoute, call))
  }
  const stopTwoFactor = async () => {
    const isSure = await confirm({
      title: t('identity.ui.twoFactor.stop'),
      body: t('identity.ui.users.stopTwoFactorBody', { name: user.name }),
      confirmLabel: t('identity.ui.twoFactor.stop'),
      isDanger: true,
    })
    if (isSure) await run(() => callApi(stopUserTwoFactorRoute, call))
  }
  const { can } = user
  const explains = usePermission('roles.manage')
  return (
    <>
      {user.resetRequestedAt && (
        <Callout tone="warn">
          {t('identity.ui.users.resetAsked', { when: format.relative(user.resetRequestedAt) })}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {explains && (
          <ButtonLink size="small" href={`/settings/access?user=${user.id}`}>
            {t('identity.ui.access.ofUser')}
          </ButtonLink>
        )}
        {can.invite && (
          <Button size="small" onPress={() => void renew()}>
            {t('identity.ui.users.renewInvitation')}
          </Button>
        )}
        {can.resetPassword && (
          <Button size="small" onPress={() => void reset()}>
            {t('identity.ui.users.resetLink')}
          </Button>
        )}
        {can.resetPassword && user.twoFactor && (
          <Button size="small" onPress={() => void stopTwoFactor()}>
            {t('identity.ui.twoFactor.stop')}
          </Button>
        )}
        {can.reactivate && (
          <Button size="small" onPress={() => void run(() => callApi(reactivateUserRoute, call))}>
            {t('identity.ui.users.reactivate')}
          </Button>
        )}
        {(can.deactivate || can.reactivate) && (
          <ButtonLink size="small" href={`/settings/users/${user.id}/leave`}>
            {t('identity.ui.leaver')}
          </ButtonLink>
        )}
        {can.deactivate && (
          <Button size="small" kind="danger" onPress={() => void deactivate()}>
            {t('identity.ui.users.deactivate')}
          </Button>
        )}
      </div>
      {shown && (
        <OneTimeLinkDialog
          title={t(
            shown.kind === 'reset' ? 'identity.ui.users.resetLink' : 'identity.ui.users.invitationLink',
          )}
          hint={t(
            shown.kind === 'reset' ? 'identity.ui.users.resetHint' : 'identity.ui.users.invitationHint',
          )}
          link={shown.link}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}
