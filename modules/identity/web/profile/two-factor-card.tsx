import { invalidateTopics, useT } from '@peyvand/platform/web'
import { Button, Card, StatusPill } from '@peyvand/ui'
import { useState } from 'react'
import {
  type Profile,
  renewBackupCodesRoute,
  startTwoFactorRoute,
  stopTwoFactorRoute,
} from '../../contract/index.ts'
import { BackupCodesDialog } from './backup-codes-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { TwoFactorDialog, type TwoFactorSecret } from './two-factor-dialog.tsx'

type Step = 'start' | 'renew' | 'stop'

/** Sign-in in two steps: switched on with an app on the phone, with backup codes for when it is lost. */
export function TwoFactorCard({ profile }: { profile: Profile }) {
  const t = useT()
  const [step, setStep] = useState<Step | null>(null)
  const [secret, setSecret] = useState<TwoFactorSecret | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const refresh = () => invalidateTopics(['profile', 'session'])
  const close = () => setStep(null)

  return (
    <Card
      title={t('identity.ui.twoFactor.title')}
      actions={
        <StatusPill tone={profile.twoFactor ? 'ok' : 'neutral'}>
          {t(profile.twoFactor ? 'identity.ui.on' : 'identity.ui.off')}
        </StatusPill>
      }
    >
      <p className="text-muted">{t('identity.ui.twoFactor.hint')}</p>
      {profile.twoFactor && (
        <p className="mt-1">{t('identity.ui.twoFactor.codesLeft', { count: profile.backupCodesLeft })}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {profile.twoFactor ? (
          <>
            <Button onPress={() => setStep('renew')}>{t('identity.ui.twoFactor.renew')}</Button>
            <Button kind="danger" onPress={() => setStep('stop')}>
              {t('identity.ui.twoFactor.stop')}
            </Button>
          </>
        ) : (
          <Button kind="primary" onPress={() => setStep('start')}>
            {t('identity.ui.twoFactor.start')}
          </Button>
        )}
      </div>
      {step === 'start' && (
        <PasswordDialog
          title={t('identity.ui.twoFactor.start')}
          route={startTwoFactorRoute}
          onClose={close}
          onDone={setSecret}
        />
      )}
      {step === 'renew' && (
        <PasswordDialog
          title={t('identity.ui.twoFactor.renew')}
          route={renewBackupCodesRoute}
          onClose={close}
          onDone={({ backupCodes }) => {
            setCodes(backupCodes)
            void refresh()
          }}
        />
      )}
      {step === 'stop' && (
        <PasswordDialog
          title={t('identity.ui.twoFactor.stop')}
          route={stopTwoFactorRoute}
          isDanger
          onClose={close}
          onDone={() => void refresh()}
        />
      )}
      {secret && (
        <TwoFactorDialog
          secret={secret}
          onClose={() => setSecret(null)}
          onConfirmed={(backupCodes) => {
            setSecret(null)
            setCodes(backupCodes)
            void refresh()
          }}
        />
      )}
      {codes && <BackupCodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </Card>
  )
}
