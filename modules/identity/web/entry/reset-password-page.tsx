import { callApi, FormFault, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Callout, PasswordField } from '@peyvand/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checkResetRoute, resetPasswordRoute } from '../../contract/index.ts'
import { EntryPage } from './entry-page.tsx'
import { LinkCheck } from './link-check.tsx'
import { NewPassword } from './new-password.ts'
import { useLinkToken } from './use-link-token.ts'

/** A new password by a link from the administrator. */
export function ResetPasswordPage() {
  const t = useT()
  const token = useLinkToken()
  const [isDone, setDone] = useState(false)
  const { data: reset, error } = useQuery({
    queryKey: [checkResetRoute.path, token],
    queryFn: () => callApi(checkResetRoute, { body: { token } }),
  })
  const form = useSchemaForm(NewPassword, { password: '' })
  const { onSubmit, fault, isPending } = useSubmit(form, async ({ password }) => {
    await callApi(resetPasswordRoute, { body: { token, password } })
    setDone(true)
  })
  if (isDone)
    return (
      <EntryPage title={t('identity.ui.reset.title')}>
        <div className="flex flex-col gap-4">
          <Callout tone="ok">{t('identity.ui.reset.done')}</Callout>
          <ButtonLink kind="primary" href="/sign-in">
            {t('identity.ui.toSignIn')}
          </ButtonLink>
        </div>
      </EntryPage>
    )
  if (!reset)
    return (
      <EntryPage title={t('identity.ui.reset.title')}>
        <LinkCheck error={error} />
      </EntryPage>
    )
  return (
    <EntryPage title={t('identity.ui.reset.title')} hint={<bdi dir="ltr">{reset.email}</bdi>}>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <FormFault error={fault} />
        <input type="hidden" autoComplete="username" value={reset.email} />
        <FormField control={form.control} name="password">
          {(field) => (
            <PasswordField
              {...field}
              label={t('identity.ui.newPassword')}
              description={t('identity.ui.passwordRule')}
              autoComplete="new-password"
            />
          )}
        </FormField>
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('identity.ui.reset.submit')}
        </Button>
      </form>
    </EntryPage>
  )
}
