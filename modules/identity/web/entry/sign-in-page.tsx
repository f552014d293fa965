import { useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Link } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { getSessionRoute, setupStatusRoute } from '../../contract/index.ts'
import { PasskeyButton } from '../passkeys/passkey-button.tsx'
import { enter } from './enter.ts'
import { EntryPage } from './entry-page.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'

const Search = z.object({ from: z.string().optional().catch(undefined) })

/** Sign-in by e-mail and password, then by a code where the user has asked for it. */
export function SignInPage() {
  const t = useT()
  const navigate = useNavigate()
  const [{ from }] = useUrlState(Search)
  const [challenge, setChallenge] = useState<string | null>(null)
  const { data: setup } = useRoute(setupStatusRoute, {})
  const { data: session } = useRoute(getSessionRoute, {}, { staleTime: 0 })

  useEffect(() => {
    if (setup?.needed) void navigate({ to: '/setup' })
    else if (session) enter(from)
  }, [setup, session, from, navigate])

  return challenge ? (
    <EntryPage title={t('identity.ui.secondFactor.title')} hint={t('identity.ui.secondFactor.hint')}>
      <SecondFactorForm
        challenge={challenge}
        onSignedIn={() => enter(from)}
        onExpired={() => setChallenge(null)}
      />
    </EntryPage>
  ) : (
    <EntryPage title={t('identity.ui.signIn.title')}>
      <PasswordForm onSignedIn={() => enter(from)} onSecondFactor={setChallenge} />
      <div className="mt-3 grid">
        <PasskeyButton onSignedIn={() => enter(from)} />
      </div>
      <p className="mt-4 text-center">
        <Link href="/forgot-password">{t('identity.ui.signIn.forgot')}</Link>
      </p>
    </EntryPage>
  )
}
