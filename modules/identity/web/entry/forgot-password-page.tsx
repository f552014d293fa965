import { callApi, FormFault, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Callout, Link, TextField } from '@peyvand/ui'
import { useState } from 'react'
import { z } from 'zod'
import { forgotPasswordRoute } from '../../contract/index.ts'
import { EntryPage } from './entry-page.tsx'

const Wish = z.object({ email: z.string().trim().toLowerCase().max(200).pipe(z.email()) })

/** Asks the administrator for a link; what is shown does not tell whether the e-mail is known. */
export function ForgotPasswordPage() {
  const t = useT()
  const [isSent, setSent] = useState(false)
  const form = useSchemaForm(Wish, { email: '' })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(forgotPasswordRoute, { body })
    setSent(true)
  })
  return (
    <EntryPage title={t('identity.ui.forgot.title')} hint={isSent ? undefined : t('identity.ui.forgot.hint')}>
      {isSent ? (
        <div className="flex flex-col gap-4">
          <Callout tone="ok">{t('identity.ui.forgot.sent')}</Callout>
          <ButtonLink href="/sign-in">{t('identity.ui.toSignIn')}</ButtonLink>
        </div>
      ) : (
        <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
          <FormFault error={fault} />
          <FormField control={form.control} name="email">
            {(field) => (
              <TextField
                {...field}
                label={t('identity.user.email')}
                type="email"
                dir="ltr"
                autoComplete="username"
              />
            )}
          </FormField>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('identity.ui.forgot.submit')}
          </Button>
          <p className="text-center">
            <Link href="/sign-in">{t('identity.ui.toSignIn')}</Link>
          </p>
        </form>
      )}
    </EntryPage>
  )
}
