import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { confirm, IconButton, Menu, MenuItem, MenuSeparator, MenuTrigger, toast } from '@peyvand/ui'
import { Ellipsis, KeyRound, Pencil, Power, RotateCcw, Send, Trash2 } from 'lucide-react'
import {
  deleteWebhookRoute,
  renewWebhookSecretRoute,
  replayFailedRoute,
  testWebhookRoute,
  updateWebhookRoute,
  type Webhook,
} from '../../contract/index.ts'
import type { ShownSecret } from './secret-dialog.tsx'

interface Props {
  webhook: Webhook
  onEdit: () => void
  onTested: (deliveryId: string) => void
  onSecret: (secret: ShownSecret) => void
}

/** What can be done with a webhook. */
export const WebhookMenu = ({ webhook, onEdit, onTested, onSecret }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const { id, name, version, state } = webhook
  const isOn = state === 'on' || state === 'failing'
  const call = { params: { id } }
  const run = async (act: () => Promise<unknown>) => {
    try {
      await act()
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      await invalidateTopics(['webhooks', 'webhook-deliveries'])
    }
  }
  const test = async () => {
    const delivery = await callApi(testWebhookRoute, call)
    const isTaken = delivery.state === 'delivered'
    toast({
      kind: isTaken ? 'ok' : 'bad',
      title: t(isTaken ? 'webhooks.test.ok' : 'webhooks.test.failed'),
    })
    onTested(delivery.id)
  }
  const replay = async () => {
    const { count } = await callApi(replayFailedRoute, call)
    toast({ kind: 'ok', title: t('webhooks.replayFailed.done', { count }) })
  }
  const renew = async () => {
    const isSure = await confirm({
      title: t('webhooks.secret.renew'),
      body: t('webhooks.secret.renewAsk'),
      confirmLabel: t('webhooks.secret.renew'),
    })
    if (isSure) onSecret({ name, secret: (await callApi(renewWebhookSecretRoute, call)).secret })
  }
  const remove = async () => {
    const isSure = await confirm({
      title: t('webhooks.delete'),
      body: t('webhooks.deleteAsk', { name }),
      confirmLabel: t('webhooks.delete'),
      isDanger: true,
    })
    if (!isSure) return
    await callApi(deleteWebhookRoute, call)
    toast({ kind: 'ok', title: t('webhooks.deleted', { name }) })
  }
  return (
    <MenuTrigger>
      <IconButton label={t('webhooks.actions', { name })} icon={<Ellipsis />} />
      <Menu placement="bottom end">
        <MenuItem icon={<Pencil />} onAction={onEdit}>
          {t('webhooks.edit')}
        </MenuItem>
        <MenuItem icon={<Send />} onAction={() => void run(test)}>
          {t('webhooks.test')}
        </MenuItem>
        <MenuItem
          icon={<Power />}
          onAction={() =>
            void run(() => callApi(updateWebhookRoute, { ...call, body: { version, isOn: !isOn } }))
          }
        >
          {t(isOn ? 'webhooks.switchOff' : 'webhooks.switchOn')}
        </MenuItem>
        <MenuItem icon={<RotateCcw />} isDisabled={!isOn} onAction={() => void run(replay)}>
          {t('webhooks.replayFailed')}
        </MenuItem>
        <MenuItem icon={<KeyRound />} onAction={() => void run(renew)}>
          {t('webhooks.secret.renew')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 />} isDanger onAction={() => void run(remove)}>
          {t('webhooks.delete')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
