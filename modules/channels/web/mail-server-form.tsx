import { callApi, FormField, useSchemaForm, useT } from '@peyvand/platform/web'
import { CodeField, NumberField, PasswordField, Select, TextField } from '@peyvand/ui'
import {
  deleteMailServerRoute,
  MailSecurity,
  type MailServer,
  SaveMailServer,
  saveMailServerRoute,
  testMailServerRoute,
} from '../contract/index.ts'
import { ChannelForm } from './channel-form.tsx'
import { newSecret, optionalText } from './optional-text.ts'

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
  const { control } = form
  const security = form.watch('security')
  return (
    <ChannelForm
      form={form}
      onSave={(body) => callApi(saveMailServerRoute, { body })}
      isKept={mailServer !== null}
      onRemove={() => callApi(deleteMailServerRoute, {})}
      test={{
        label: t('channels.test.toMail'),
        send: (to) => callApi(testMailServerRoute, { body: { to } }),
      }}
    >
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
        {(field) => <CodeField {...optionalText(field)} label={t('channels.username')} />}
      </FormField>
      <FormField control={control} name="secret">
        {(field) => (
          <PasswordField
            {...newSecret(field)}
            label={t('channels.secret')}
            {...(hasSecret ? { description: t('channels.secretKept') } : {})}
          />
        )}
      </FormField>
      <FormField control={control} name="fromName">
        {(field) => <TextField {...optionalText(field)} label={t('channels.fromName')} />}
      </FormField>
      <FormField control={control} name="fromAddress">
        {(field) => <CodeField {...field} label={t('channels.fromAddress')} isRequired />}
      </FormField>
    </ChannelForm>
  )
}
