import { callApi, FormFault, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, Checkbox, PasswordField, TextField } from '@peyvand/ui'
import { SignIn, signInRoute } from '../../contract/index.ts'

interface PasswordFormProps {
  onSignedIn: () => void
  onSecondFactor: (challenge: string) => void
}

export function PasswordForm({ onSignedIn, onSecondFactor }: PasswordFormProps) {
  const t = useT()
  const form = useSchemaForm(SignIn, { email: '', password: '', remember: true })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const answer = await callApi(signInRoute, { body })
    if (answer.status === 'secondFactor') onSecondFactor(answer.challenge)
    else onSignedIn()
  })
  return (
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
            // The page has one purpose; whoever opens it wants to type here.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          />
        )}
      </FormField>
      <FormField control={form.control} name="password">
        {(field) => <PasswordField {...field} label={t('identity.ui.password')} />}
      </FormField>
      <FormField control={form.control} name="remember">
        {(field) => (
          <Checkbox {...field} value={field.value ?? true}>
            {t('identity.ui.signIn.remember')}
          </Checkbox>
        )}
      </FormField>
      <Button kind="primary" type="submit" isPending={isPending}>
        {t('identity.ui.signIn.submit')}
      </Button>
    </form>
  )
}
