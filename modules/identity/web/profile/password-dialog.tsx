import type { AnyRoute, RouteAnswer, RouteCall } from '@peyvand/platform/contract'
import { callApi, FormFault, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, Dialog, PasswordField } from '@peyvand/ui'
import { useId } from 'react'
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
  const formId = useId()
  const form = useSchemaForm(NewPassword, { password: '' })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const answer = await callApi(route, { body } as unknown as RouteCall<R>)
    onClose()
    onDone(answer)
  })
  return (
    <Dialog
      isOpen
      size="small"
      title={title}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind={isDanger ? 'danger' : 'primary'} type="submit" form={formId} isPending={isPending}>
            {t('identity.ui.continue')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <p className="text-muted">{t('identity.ui.confirmByPassword')}</p>
        <FormFault error={fault} />
        <FormField control={form.control} name="password">
          {(field) => <PasswordField {...field} label={t('identity.ui.password')} />}
        </FormField>
      </form>
    </Dialog>
  )
}
