import { callApi, FormField, useSchemaForm, useT } from '@peyvand/platform/web'
import { CodeField, PasswordField, Select } from '@peyvand/ui'
import {
  deleteSmsGatewayRoute,
  SaveSmsGateway,
  type SmsGateway,
  SmsProvider,
  saveSmsGatewayRoute,
  testSmsGatewayRoute,
} from '../contract/index.ts'
import { ChannelForm } from './channel-form.tsx'
import { GenericGatewayFields } from './generic-gateway-fields.tsx'
import { newSecret, optionalText } from './optional-text.ts'

const usual: SmsGateway = {
  provider: 'kavenegar',
  lineNumber: null,
  username: null,
  generic: null,
  hasSecret: false,
  version: 0,
}

/** What another gateway usually takes. */
const usualGeneric = {
  url: 'https://',
  format: 'json' as const,
  toField: 'to',
  textField: 'text',
  fromField: null,
  keyHeader: 'Authorization',
}

/** The firm's SMS gateway: kept, tested, removed. */
export const SmsGatewayForm = ({ smsGateway }: { smsGateway: SmsGateway | null }) => {
  const t = useT()
  const { hasSecret, ...kept } = smsGateway ?? usual
  const form = useSchemaForm(SaveSmsGateway, { ...kept })
  const { control } = form
  const provider = form.watch('provider')
  const choose = (next: SmsProvider | null) => {
    if (!next) return
    form.setValue('provider', next, { shouldDirty: true })
    form.setValue('generic', next === 'generic' ? (kept.generic ?? usualGeneric) : null)
  }
  return (
    <ChannelForm
      form={form}
      onSave={(body) => callApi(saveSmsGatewayRoute, { body })}
      isKept={smsGateway !== null}
      onRemove={() => callApi(deleteSmsGatewayRoute, {})}
      test={{
        label: t('channels.test.toPhone'),
        send: (to) => callApi(testSmsGatewayRoute, { body: { to } }),
      }}
    >
      <FormField control={control} name="provider">
        {(field) => (
          <Select
            {...field}
            onChange={choose}
            label={t('channels.provider')}
            options={SmsProvider.options.map((id) => ({ id, label: t(`channels.provider.${id}`) }))}
          />
        )}
      </FormField>
      <FormField control={control} name="lineNumber">
        {(field) => (
          <CodeField
            {...optionalText(field)}
            label={t('channels.lineNumber')}
            isRequired={provider === 'smsIr' || provider === 'melipayamak'}
          />
        )}
      </FormField>
      {provider === 'melipayamak' && (
        <FormField control={control} name="username">
          {(field) => <CodeField {...optionalText(field)} label={t('channels.username')} />}
        </FormField>
      )}
      <FormField control={control} name="secret">
        {(field) => (
          <PasswordField
            {...newSecret(field)}
            label={t(provider === 'melipayamak' ? 'channels.secret' : 'channels.apiKey')}
            {...(hasSecret ? { description: t('channels.apiKeyKept') } : {})}
          />
        )}
      </FormField>
      {provider === 'generic' && <GenericGatewayFields control={control} />}
    </ChannelForm>
  )
}
