import { listColleaguesRoute } from '@peyvand/identity/contract'
import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, CodeField, ComboBox, Drawer, TextField, toast, useFormat } from '@peyvand/ui'
import { useId } from 'react'
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
  const formId = useId()
  const { data: colleagues } = useRoute(listColleaguesRoute, { query: {} })
  const form = useSchemaForm(CreateWebhook, {
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    events: webhook?.events ?? [],
    ignoredUserId: webhook?.ignoredUser?.id ?? null,
  })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
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
    <Drawer
      isOpen
      size="wide"
      title={webhook?.name ?? t('webhooks.new')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t(webhook ? 'web.save' : 'webhooks.make')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <FormFault error={fault} />
        <FormField control={control} name="name">
          {(field) => (
            <TextField
              {...field}
              label={t('webhooks.name')}
              description={t('webhooks.nameHint')}
              isRequired
            />
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
      </form>
    </Drawer>
  )
}
