import { callApi, FormDialog, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { CodeField } from '@peyvand/ui'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { confirmTwoFactorRoute } from '../../contract/index.ts'

export interface TwoFactorSecret {
  secret: string
  uri: string
}

interface TwoFactorDialogProps {
  secret: TwoFactorSecret
  onClose: () => void
  onConfirmed: (backupCodes: string[]) => void
}

const Code = z.object({ code: z.string().trim().min(6).max(20) })

/** The secret as a picture and as text, and the proof that the app has it. */
export function TwoFactorDialog({ secret, onClose, onConfirmed }: TwoFactorDialogProps) {
  const t = useT()
  const { data: picture } = useQuery({
    queryKey: ['qr', secret.uri],
    gcTime: 0,
    // Only here, and only for those who switch it on.
    queryFn: async () => (await import('qrcode')).toDataURL(secret.uri, { margin: 1, width: 200 }),
  })
  const form = useSchemaForm(Code, { code: '' })
  const submit = useSubmit(form, async (body) => {
    const { backupCodes } = await callApi(confirmTwoFactorRoute, { body })
    onConfirmed(backupCodes)
  })
  return (
    <FormDialog
      columns={1}
      isDismissable={false}
      title={t('identity.ui.twoFactor.start')}
      action={t('identity.ui.twoFactor.confirm')}
      hint={t('identity.ui.twoFactor.scan')}
      submit={submit}
      onClose={onClose}
    >
      <div className="grid size-50 place-items-center justify-self-center rounded-control border border-line bg-white">
        {picture && <img src={picture} width={198} height={198} alt={t('identity.ui.twoFactor.qr')} />}
      </div>
      <p className="text-center text-meta text-muted">{t('identity.ui.twoFactor.byHand')}</p>
      <p className="text-center">
        <bdi dir="ltr" className="font-mono text-prose break-all select-all">
          {secret.secret}
        </bdi>
      </p>
      <FormField control={form.control} name="code">
        {(field) => (
          <CodeField
            {...field}
            label={t('identity.ui.twoFactor.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        )}
      </FormField>
    </FormDialog>
  )
}
