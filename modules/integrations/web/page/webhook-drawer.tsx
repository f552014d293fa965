import { listColleaguesRoute } from '@peyvand/identity/contract'
import {
  callApi,
  FormDrawer,
  FormField,
  invalidateTopics,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { CodeField, ComboBox, TextField, toast, useFormat } from '@peyvand/ui'
import { CreateWebhook, createWebhookRoute, updateWebhookRoute, type Webhook } from '../../contract/index.ts'
import { EventPicker } from './event-picker.tsx'
import type { ShownSecret } from './secret-dialog.tsx'

interface Props {
  /** The one to edit; none for a new one. */
  webhook: Webhook | undefined
  onClose: () => void
  /** With the signing secret of a new webhook. */
  onSecret: (secret: ShownSecret) => void
}

/** Makes or edits a webhook. */
export const WebhookDrawer = ({ webhook, onClose, onSecret }: Props) => {
  const t = useT()
  const format = useFormat()
  const { data: colleagues } = useRoute(listColleaguesRoute, { query: {} })
  const form = useSchemaForm(CreateWebhook, {
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    events: webhook?.events ?? [],
    ignoredUserId: webhook?.ignoredUser?.id ?? null,
  })
  const submit = useSubmit(form, async (body) => {
    if (webhook) {
      const { id, version } = webhook
      await callApi(updateWebhookRoute, { params: { id }, body: { ...body, version } })
      toast({ kind: 'ok', title: t('web.saved') })
    } else {
      const { secret } = await callApi(createWebhookRoute, { body })
      onSecret({ name: body.name, secret })
    }
    await invalidateTopics(['webhooks'])
    onClose()
  })
  const { control } = form
  return (
    <FormDrawer
      size="wide"
      title={webhook?.name ?? t('webhooks.new')}
      action={t(webhook ? 'web.save' : 'webhooks.make')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="name">
        {(field) => (
          <TextField {...field} label={t('webhooks.name')} description={t('webhooks.nameHint')} isRequired />
        )}
      </FormField>
      <FormField control={control} name="url">
        {(field) => (
          <CodeField
            {...field}
            type="url"
            label={t('webhooks.url')}
            description={t('webhooks.urlHint')}
            isRequired
          />
        )}
      </FormField>
      <FormField control={control} name="events">
        {(field) => <EventPicker {...field} />}
      </FormField>
      <FormField control={control} name="ignoredUserId">
        {(field) => (
          <ComboBox
            {...field}
            value={field.value ?? null}
            label={t('webhooks.ignoredUser')}
            description={t('webhooks.ignoredUserHint')}
            placeholder={t('webhooks.nobody')}
            options={(colleagues?.items ?? []).map(({ id, name }) => ({ id, label: name }))}
          />
        )}
      </FormField>
      {webhook?.oldSecretUntil && (
        <p className="text-meta text-muted">
          {t('webhooks.secret.oldUntil', { until: format.dateTime(webhook.oldSecretUntil) })}
        </p>
      )}
    </FormDrawer>
  )
}
