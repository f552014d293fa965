import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useLeaveGuard,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Card, CodeField, NumberField, PasswordField, Select, TextField, toast } from '@peyvand/ui'
import {
  deleteMailServerRoute,
  MailSecurity,
  type MailServer,
  SaveMailServer,
  saveMailServerRoute,
  testMailServerRoute,
} from '../contract/index.ts'
import { RemoveButton } from './remove-button.tsx'
import { TestForm } from './test-form.tsx'

const usual: MailServer = {
  host: '',
  port: 587,
  security: 'startTls',
  username: null,
  fromName: null,
  fromAddress: '',
  hasSecret: false,
  version: 0,
}

/** The firm's mail server: kept, tested, removed. */
export const MailServerForm = ({ mailServer }: { mailServer: MailServer | null }) => {
  const t = useT()
  const { hasSecret, ...kept } = mailServer ?? usual
  const form = useSchemaForm(SaveMailServer, { ...kept })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(saveMailServerRoute, { body })
    await invalidateTopics(['channels', 'notification-preferences'])
    toast({ kind: 'ok', title: t('web.saved') })
  })
  const { control, formState } = form
  useLeaveGuard(formState.isDirty && !isPending)
  const security = form.watch('security')
  return (
    <div className="flex flex-col gap-3">
      <Card>
        <form noValidate onSubmit={onSubmit} className="grid gap-3.5 sm:grid-cols-2">
          <div className="empty:hidden sm:col-span-2">
            <FormFault error={fault} />
          </div>
          <FormField control={control} name="host">
            {(field) => <CodeField {...field} label={t('channels.host')} isRequired />}
          </FormField>
          <FormField control={control} name="port">
            {(field) => (
              <NumberField
                {...field}
                onChange={(port) => field.onChange(port ?? undefined)}
                label={t('channels.port')}
                isRequired
              />
            )}
          </FormField>
          <FormField control={control} name="security">
            {(field) => (
              <Select
                {...field}
                label={t('channels.security')}
                {...(security === 'none' ? { description: t('channels.security.noneHint') } : {})}
                options={MailSecurity.options.map((id) => ({ id, label: t(`channels.security.${id}`) }))}
              />
            )}
          </FormField>
          <div className="max-sm:hidden" />
          <FormField control={control} name="username">
            {(field) => (
              <CodeField
                {...field}
                value={field.value ?? ''}
                onChange={(text) => field.onChange(text || null)}
                label={t('channels.username')}
              />
            )}
          </FormField>
          <FormField control={control} name="secret">
            {(field) => (
              <PasswordField
                {...field}
                value={field.value ?? ''}
                onChange={(text) => field.onChange(text || undefined)}
                autoComplete="new-password"
                label={t('channels.secret')}
                {...(hasSecret ? { description: t('channels.secretKept') } : {})}
              />
            )}
          </FormField>
          <FormField control={control} name="fromName">
            {(field) => (
              <TextField
                {...field}
                value={field.value ?? ''}
                onChange={(text) => field.onChange(text || null)}
                label={t('channels.fromName')}
              />
            )}
          </FormField>
          <FormField control={control} name="fromAddress">
            {(field) => <CodeField {...field} label={t('channels.fromAddress')} isRequired />}
          </FormField>
          <div className="flex flex-wrap gap-2 sm:col-span-2">
            <Button kind="primary" type="submit" isPending={isPending} isDisabled={!formState.isDirty}>
              {t('web.save')}
            </Button>
            {mailServer && <RemoveButton onRemove={() => callApi(deleteMailServerRoute, {})} />}
          </div>
        </form>
      </Card>
      <TestForm
        label={t('channels.test.toMail')}
        isReady={mailServer !== null && !formState.isDirty}
        send={(to) => callApi(testMailServerRoute, { body: { to } })}
      />
    </div>
  )
}
