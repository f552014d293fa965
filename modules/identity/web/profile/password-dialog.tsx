import type { AnyRoute, RouteAnswer, RouteCall } from '@peyvand/platform/contract'
import { callApi, FormDialog, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { PasswordField } from '@peyvand/ui'
import { NewPassword } from '../entry/new-password.ts'

interface PasswordDialogProps<R extends AnyRoute> {
  title: string
  /** A route whose body is `{ password }`. */
  route: R
  isDanger?: boolean
  onClose: () => void
  onDone: (answer: RouteAnswer<R>) => void
}

/** Asks for the password again before something that touches the safety of the account. */
export function PasswordDialog<R extends AnyRoute>(props: PasswordDialogProps<R>) {
  const { title, route, isDanger = false, onClose, onDone } = props
  const t = useT()
  const form = useSchemaForm(NewPassword, { password: '' })
  const submit = useSubmit(form, async (body) => {
    const answer = await callApi(route, { body } as unknown as RouteCall<R>)
    onClose()
    onDone(answer)
  })
  return (
    <FormDialog
      size="small"
      title={title}
      action={t('identity.ui.continue')}
      isDanger={isDanger}
      hint={t('identity.ui.confirmByPassword')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={form.control} name="password">
        {(field) => <PasswordField {...field} label={t('identity.ui.password')} />}
      </FormField>
    </FormDialog>
  )
}
