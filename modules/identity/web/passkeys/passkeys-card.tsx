import { callApi, invalidateTopics, PageProblem, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Button, Card, Skeleton, toast } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { addPasskeyRoute, listPasskeysRoute, startPasskeyRoute } from '../../contract/index.ts'
import { deviceName } from '../profile/device-name.ts'
import { PasswordDialog } from '../profile/password-dialog.tsx'
import { makePasskey } from './ask-device.ts'
import { PasskeyRow } from './passkey-row.tsx'
import { knowsPasskeys } from './passkey-support.ts'

/** The user's passkeys: added by this device, renamed, removed. */
export function PasskeysCard() {
  const t = useT()
  const problem = useProblemText()
  const [isAsking, setAsking] = useState(false)
  const { data, error, refetch } = useRoute(listPasskeysRoute, {})
  const add = async (options: Parameters<typeof makePasskey>[0]) => {
    try {
      const credential = await makePasskey(options)
      if (!credential) {
        toast({ kind: 'warn', title: t('identity.ui.passkeys.cancelled') })
        return
      }
      const name = deviceName(navigator.userAgent) || t('identity.ui.devices.unknown')
      await callApi(addPasskeyRoute, { body: { name, credential } })
      await invalidateTopics(['session/passkeys'])
      toast({ kind: 'ok', title: t('identity.ui.passkeys.added') })
    } catch (failure) {
      toast({ kind: 'bad', title: problem(failure) })
    }
  }
  const isKnown = knowsPasskeys()
  return (
    <Card
      title={t('identity.ui.passkeys')}
      actions={
        isKnown && (
          <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={() => setAsking(true)}>
            {t('identity.ui.passkeys.add')}
          </Button>
        )
      }
    >
      <p className="text-muted">
        {t(isKnown ? 'identity.ui.passkeys.hint' : 'identity.ui.passkeys.unsupported')}
      </p>
      {error && <PageProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="mt-3 h-12" />}
      {data && data.items.length > 0 && (
        <ul className="mt-2 divide-y divide-line" aria-label={t('identity.ui.passkeys')}>
          {data.items.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {isAsking && (
        <PasswordDialog
          title={t('identity.ui.passkeys.add')}
          route={startPasskeyRoute}
          onClose={() => setAsking(false)}
          onDone={(options) => void add(options)}
        />
      )}
    </Card>
  )
}
