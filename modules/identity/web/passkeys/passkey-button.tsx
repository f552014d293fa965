import { ApiProblem, callApi, useProblemText, useT } from '@peyvand/platform/web'
import { Button, toast } from '@peyvand/ui'
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { passkeyOptionsRoute, passkeySignInRoute } from '../../contract/index.ts'
import { answerWithPasskey } from './ask-device.ts'
import { knowsPasskeys } from './passkey-support.ts'

interface PasskeyButtonProps {
  onSignedIn: () => void
  /** Where it stands for the second step. */
  challenge?: string
  onExpired?: () => void
}

/** Signs in by a passkey of the device; nothing where the browser knows none here. */
export function PasskeyButton({ onSignedIn, challenge, onExpired }: PasskeyButtonProps) {
  const t = useT()
  const problem = useProblemText()
  const [isPending, setPending] = useState(false)
  if (!knowsPasskeys()) return null
  const signIn = async () => {
    setPending(true)
    try {
      const credential = await answerWithPasskey(await callApi(passkeyOptionsRoute, {}))
      if (!credential) {
        toast({ kind: 'warn', title: t('identity.ui.passkeys.cancelled') })
        return
      }
      await callApi(passkeySignInRoute, { body: { credential, ...(challenge ? { challenge } : {}) } })
      onSignedIn()
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
      if (error instanceof ApiProblem && error.code === 'signIn.challengeExpired') onExpired?.()
    } finally {
      setPending(false)
    }
  }
  return (
    <Button icon={<Fingerprint size={16} aria-hidden />} isPending={isPending} onPress={() => void signIn()}>
      {t('identity.ui.passkeys.signIn')}
    </Button>
  )
}
