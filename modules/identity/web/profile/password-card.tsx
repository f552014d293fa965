import { callApi, FormFault, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, Card, PasswordField, toast } from '@peyvand/ui'
import { z } from 'zod'
import { changePasswordRoute } from '../../contract/index.ts'

const Change = z.object({
  currentPassword: z.string().min(1).max(200),
  newPassword: z.string().min(1).max(200),
})

export function PasswordCard({ email }: { email: string }) {
  const t = useT()
  const form = useSchemaForm(Change, { currentPassword: '', newPassword: '' })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(changePasswordRoute, { body })
    form.reset()
    toast({ kind: 'ok', title: t('identity.ui.password.changed') })
  })
  return (
    <Card title={t('identity.ui.password.title')}>
      <form noValidate onSubmit={onSubmit} className="grid gap-3.5 sm:grid-cols-2">
        <div className="empty:hidden sm:col-span-2">
          <FormFault error={fault} />
        </div>
        <input type="hidden" autoComplete="username" value={email} />
        <FormField control={form.control} name="currentPassword">
          {(field) => <PasswordField {...field} label={t('identity.ui.currentPassword')} />}
        </FormField>
        <FormField control={form.control} name="newPassword">
          {(field) => (
            <PasswordField
              {...field}
              label={t('identity.ui.newPassword')}
              description={t('identity.ui.passwordRule')}
              autoComplete="new-password"
            />
          )}
        </FormField>
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
          <Button type="submit" isPending={isPending}>
            {t('identity.ui.password.change')}
          </Button>
          <span className="text-meta text-muted">{t('identity.ui.password.otherSessions')}</span>
        </div>
      </form>
    </Card>
  )
}
