import { useGroupOptions } from '@peyvand/catalog/web'
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
import { Select } from '@peyvand/ui'
import { type Lead, LeadChange, updateLeadRoute } from '../../contract/index.ts'
import { leadTopics } from './lead-topics.ts'

/** Where a lead came from and what it asks for; the rules of assignment and the yield of sources go by both. */
export const LeadDialog = ({ lead, onClose }: { lead: Lead; onClose: () => void }) => {
  const t = useT()
  const { source, productGroup, version } = lead
  const sources = useValues('sources', source?.id)
  const groups = useGroupOptions()
  const form = useSchemaForm(LeadChange, {
    version,
    sourceId: source?.id ?? null,
    productGroupId: productGroup?.id ?? null,
  })
  const submit = useSubmit(form, async (body) => {
    await callApi(updateLeadRoute, { params: { id: lead.id }, body })
    await invalidateTopics(leadTopics)
    onClose()
  })
  return (
    <FormDialog title={t('leads.ui.editLead')} submit={submit} onClose={onClose} size="small">
      <FormField control={form.control} name="sourceId">
        {({ value = null, ...field }) => (
          <Select {...field} value={value} label={t('leads.ui.source')} options={sources} />
        )}
      </FormField>
      <FormField control={form.control} name="productGroupId">
        {({ value = null, ...field }) => (
          <Select {...field} value={value} isClearable label={t('leads.ui.productGroup')} options={groups} />
        )}
      </FormField>
    </FormDialog>
  )
}
