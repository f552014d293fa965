import {
  ApiProblem,
  callApi,
  FormFault,
  FormField,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, CodeField, toast } from '@peyvand/ui'
import { SecondFactor, secondFactorRoute } from '../../contract/index.ts'
import { PasskeyButton } from '../passkeys/passkey-button.tsx'

interface SecondFactorFormProps {
  challenge: string
  onSignedIn: () => void
  /** Five minutes have passed: the password is asked again. */
  onExpired: () => void
}

export function SecondFactorForm({ challenge, onSignedIn, onExpired }: SecondFactorFormProps) {
  const t = useT()
  const form = useSchemaForm(SecondFactor, { challenge, code: '' })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    try {
      await callApi(secondFactorRoute, { body })
      onSignedIn()
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'signIn.challengeExpired') throw error
      toast({ kind: 'warn', title: error.message })
      onExpired()
    }
  })
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
      <FormFault error={fault} />
      <FormField control={form.control} name="code">
        {(field) => (
          <CodeField
            {...field}
            label={t('identity.ui.code')}
            autoComplete="one-time-code"
            // The only field of the step.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          />
        )}
      </FormField>
      <Button kind="primary" type="submit" isPending={isPending}>
        {t('identity.ui.signIn.submit')}
      </Button>
      <PasskeyButton challenge={challenge} onSignedIn={onSignedIn} onExpired={onExpired} />
      <Button kind="quiet" onPress={onExpired}>
        {t('identity.ui.back')}
      </Button>
    </form>
  )
}
