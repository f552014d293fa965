import { CopyButton } from '@peyvand/identity/web'
import { getPartyRoute } from '@peyvand/parties/contract'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import {
  Button,
  Callout,
  Checkbox,
  CodeField,
  Dialog,
  NumberField,
  SegmentedControl,
  TextArea,
  TextField,
  toast,
  useFormat,
} from '@peyvand/ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import {
  type Document,
  listDocumentSharesRoute,
  type SendDocument,
  type SentDocument,
  ShareChannel,
  sendDocumentRoute,
} from '../../contract/index.ts'
import { documentTopics } from '../document-topics.ts'
import { useDocumentName } from '../words/use-document-name.ts'
import { DesignSelect } from './design-select.tsx'
import { paperQuery } from './paper-look.ts'

const Sending = z.object({
  channel: ShareChannel,
  to: z.string().trim(),
  subject: z.string().trim().max(200),
  message: z.string().trim().max(2000),
  attachesPdf: z.boolean(),
  days: z.number().int().min(1).max(365),
  look: z.string(),
})
type Sending = z.output<typeof Sending>

type Props = { document: Document; onClose: () => void }

/** Sends a document to the other side, or makes an address to give on. */
export const SendDialog = ({ document, onClose }: Props) => {
  const t = useT()
  const nameOf = useDocumentName()
  const [sent, setSent] = useState<SentDocument | null>(null)
  const params = { id: document.id }
  const ways = useRoute(listDocumentSharesRoute, { params }).data?.ways
  const receiver = useReceiver(document)
  const form = useSchemaForm(Sending, {
    channel: 'link',
    to: '',
    subject: '',
    message: '',
    attachesPdf: true,
    days: 30,
    look: 'usual',
  })
  const { control, setValue, getFieldState } = form
  const channel = form.watch('channel')
  useEffect(() => {
    if (channel !== 'link' && !getFieldState('to').isDirty) setValue('to', receiver[channel] ?? '')
  }, [channel, receiver, setValue, getFieldState])
  const submit = useSubmit(form, async (given) => {
    const answer = await callApi(sendDocumentRoute, { params, body: bodyOf(given) })
    await invalidateTopics(documentTopics)
    if (given.channel === 'link') return setSent(answer)
    toast({ kind: 'ok', title: t('documents.send.sent', { name: nameOf(document), to: given.to }) })
    onClose()
  })
  if (sent) return <Address sent={sent} onClose={onClose} />
  const isOff = ways !== undefined && channel !== 'link' && !ways[channel]
  return (
    <FormDialog
      title={t('documents.send.title', { name: nameOf(document) })}
      action={t(channel === 'link' ? 'documents.send.makeLink' : 'documents.send.send')}
      isIncomplete={isOff}
      columns={1}
      submit={submit}
      onClose={onClose}
    >
      <SegmentedControl
        className="justify-self-start"
        label={t('documents.send.channel')}
        value={channel}
        options={ShareChannel.options.map((id) => ({ id, label: t(`documents.send.${id}`) }))}
        onChange={(next) => setValue('channel', next)}
      />
      {isOff && <Callout tone="warn">{t(`documents.send.no.${channel}`)}</Callout>}
      {channel === 'link' && <p className="text-muted">{t('documents.send.linkHint')}</p>}
      {channel !== 'link' && (
        <FormField control={control} name="to">
          {(field) => (
            <CodeField
              {...field}
              isRequired
              label={t(`documents.send.to.${channel}`)}
              inputMode={channel === 'sms' ? 'tel' : 'email'}
            />
          )}
        </FormField>
      )}
      {channel === 'email' && (
        <FormField control={control} name="subject">
          {(field) => (
            <TextField
              {...field}
              label={t('documents.send.subject')}
              placeholder={t('documents.send.usual')}
            />
          )}
        </FormField>
      )}
      {channel !== 'link' && (
        <FormField control={control} name="message">
          {(field) => (
            <TextArea
              {...field}
              label={t('documents.send.message')}
              description={t('documents.send.messageHint')}
              placeholder={t('documents.send.usual')}
              minRows={3}
            />
          )}
        </FormField>
      )}
      {channel === 'email' && (
        <FormField control={control} name="attachesPdf">
          {(field) => <Checkbox {...field}>{t('documents.send.attachesPdf')}</Checkbox>}
        </FormField>
      )}
      <FormField control={control} name="look">
        {({ value, onChange }) => <DesignSelect value={value} onChange={onChange} />}
      </FormField>
      <FormField control={control} name="days">
        {(field) => (
          <NumberField
            {...field}
            label={t('documents.send.days')}
            suffix={t('documents.ui.days')}
            minValue={1}
            maxValue={365}
          />
        )}
      </FormField>
    </FormDialog>
  )
}

function bodyOf({ channel, to, subject, message, attachesPdf, days, look }: Sending): SendDocument {
  const link = { days, ...paperQuery(look) }
  const words = { ...(subject && { subject }), ...(message && { message }) }
  if (channel === 'link') return { channel, ...link }
  if (channel === 'email') return { channel, ...link, ...words, to, attachesPdf }
  return { channel, ...link, to, ...(message && { message }) }
}

/** Where the other side is reached: the person that the document is for, or else the party. */
function useReceiver({ contact, party }: Document): { email?: string; sms?: string } {
  const { data } = useRoute(getPartyRoute, { params: { id: (contact ?? party).id } })
  const pointOf = (type: string) => data?.contactPoints.find((point) => point.type === type)?.value
  const email = pointOf('email')
  const sms = pointOf('mobile')
  return { ...(email && { email }), ...(sms && { sms }) }
}

const Address = ({ sent: { address, share }, onClose }: { sent: SentDocument; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  return (
    <Dialog
      isOpen
      isDismissable={false}
      title={t('documents.send.link')}
      onOpenChange={onClose}
      footer={
        <>
          <CopyButton text={address} />
          <Button onPress={onClose}>{t('web.close')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p dir="ltr" className="rounded-control bg-surface-2 p-3 font-mono text-meta break-all select-all">
          {address}
        </p>
        <Callout tone="warn">{t('documents.send.once', { until: format.dateTime(share.expiresAt) })}</Callout>
      </div>
    </Dialog>
  )
}
