import { useValues } from '@peyvand/parties/web'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Select, TextArea } from '@peyvand/ui'
import { z } from 'zod'
import { judgeLeadRoute, type Lead } from '../../contract/index.ts'
import { leadTopics } from './lead-topics.ts'

const Values = z.object({ reasonId: z.uuid(), note: z.string().trim().max(2000).nullable() })

/** Why a lead comes to nothing. */
export const UnfitDialog = ({ lead, onClose }: { lead: Lead; onClose: () => void }) => {
  const t = useT()
  const reasons = useValues('unfitReasons')
  const form = useSchemaForm(Values, { note: null })
  const submit = useSubmit(form, async ({ reasonId, note }) => {
    await callApi(judgeLeadRoute, {
      params: { id: lead.id },
      body: { verdict: 'unfit', version: lead.version, reasonId, note: note || null },
    })
    await invalidateTopics(leadTopics)
    onClose()
  })
  return (
    <FormDialog title={t('leads.ui.unfitTitle')} submit={submit} onClose={onClose} size="small">
      <FormField control={form.control} name="reasonId">
        {(field) => <Select {...field} label={t('leads.ui.reason')} isRequired options={reasons} />}
      </FormField>
      <FormField control={form.control} name="note">
        {(field) => <TextArea {...field} label={t('leads.ui.note')} maxLength={2000} />}
      </FormField>
    </FormDialog>
  )
}
