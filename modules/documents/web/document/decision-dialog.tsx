import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { TextArea, toast } from '@peyvand/ui'
import { z } from 'zod'
import {
  acceptDocumentRoute,
  approveDocumentRoute,
  cancelDocumentRoute,
  type Document,
  declineDocumentRoute,
  rejectDocumentRoute,
} from '../../contract/index.ts'
import { documentTopics } from '../document-topics.ts'
import { useDocumentName } from '../words/use-document-name.ts'

const noted = {
  approve: approveDocumentRoute,
  decline: declineDocumentRoute,
  accept: acceptDocumentRoute,
  reject: rejectDocumentRoute,
} as const
export type Decision = keyof typeof noted | 'cancel'

const dangers: readonly Decision[] = ['decline', 'reject', 'cancel']
const Text = z.object({ text: z.string() })
const Reason = z.object({ text: z.string().trim().min(1).max(1000) })

type Props = { document: Document; decision: Decision; onClose: () => void }

/** A decision about a document with a word about it; of a cancelling the word is asked for. */
export const DecisionDialog = ({ document, decision, onClose }: Props) => {
  const t = useT()
  const nameOf = useDocumentName()
  const isCancel = decision === 'cancel'
  const form = useSchemaForm(isCancel ? Reason : Text, { text: '' })
  const submit = useSubmit(form, async ({ text }) => {
    const { id, version } = document
    const call = { params: { id } }
    const changed =
      decision === 'cancel'
        ? await callApi(cancelDocumentRoute, { ...call, body: { version, reason: text } })
        : await callApi(noted[decision], { ...call, body: { version, note: text.trim() || null } })
    await invalidateTopics(documentTopics)
    toast({ kind: 'ok', title: t(`documents.did.${decision}`, { name: nameOf(changed) }) })
    onClose()
  })
  return (
    <FormDialog
      size="small"
      title={t(`documents.ask.${decision}`, { name: nameOf(document) })}
      action={t(`documents.act.${decision}`)}
      isDanger={dangers.includes(decision)}
      hint={isCancel ? t('documents.ui.cancelHint') : undefined}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={form.control} name="text">
        {(field) => (
          <TextArea
            {...field}
            isRequired={isCancel}
            label={t(isCancel ? 'documents.field.cancelledReason' : 'documents.ui.decisionNote')}
            maxLength={isCancel ? 1000 : 2000}
            minRows={3}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
