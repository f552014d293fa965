import { useT } from '@peyvand/platform/web'
import { Button, Callout, Dialog, ProgressBar, useFormat } from '@peyvand/ui'
import { useVerification } from './use-verification.ts'

/** The check of the whole chain: how far it is, what it found and where. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const { verification, start, stop } = useVerification()
  const isRunning = verification?.state === 'running'
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('identity.ui.audit.verify')}
      footer={
        <>
          {isRunning ? (
            <Button onPress={stop}>{t('identity.ui.audit.stop')}</Button>
          ) : (
            <Button kind="primary" onPress={() => void start()}>
              {t('identity.ui.audit.start')}
            </Button>
          )}
          <Button onPress={onClose}>{t('web.close')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('identity.ui.audit.verifyHint')}</p>
        {verification && (
          <>
            <ProgressBar
              label={t('identity.ui.audit.verifying')}
              value={verification.done / Math.max(1, verification.total)}
            />
            <p className="text-meta text-muted">
              {t('identity.ui.audit.checked', { done: verification.done, total: verification.total })}{' '}
              {t('identity.ui.audit.sealing', { count: verification.unsealed })}
            </p>
          </>
        )}
        {verification && verification.faults.length > 0 && (
          <Callout tone="bad" title={t('identity.ui.audit.broken', { count: verification.faults.length })}>
            <ul className="max-h-60 overflow-y-auto">
              {verification.faults.map(({ day, seq, kind }) => (
                <li key={`${day}.${seq}.${kind}`}>
                  {t('identity.ui.audit.openFault', {
                    day: format.date(day),
                    seq,
                    kind: t(`identity.ui.audit.fault.${kind}`),
                  })}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        {verification?.state === 'finished' && verification.faults.length === 0 && (
          <Callout tone="ok">{t('identity.ui.audit.sound', { count: verification.done })}</Callout>
        )}
        <p className="text-meta text-muted">{t('identity.ui.audit.retention')}</p>
      </div>
    </Dialog>
  )
}
