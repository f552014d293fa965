import { useValues } from '@peyvand/parties/web'
import { localDate } from '@peyvand/persian'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { DatePicker, MoneyField, Select, TextField, useUi } from '@peyvand/ui'
import { useState } from 'react'
import {
  createSourceCostRoute,
  type SourceCost,
  SourceCostInput,
  updateSourceCostRoute,
} from '../../contract/index.ts'

/** Notes what was spent for a source, or corrects it. */
export const CostDialog = ({ cost, onClose }: { cost?: SourceCost; onClose: () => void }) => {
  const t = useT()
  const { timeZone } = useUi()
  const [today] = useState(() => localDate(new Date(), timeZone))
  const sources = useValues('sources', cost?.sourceId)
  const form = useSchemaForm(SourceCostInput, {
    ...(cost && { sourceId: cost.sourceId, amount: cost.amount }),
    spentOn: cost?.spentOn ?? today,
    note: cost?.note ?? null,
  })
  const { control } = form
  const submit = useSubmit(form, async (body) => {
    await (cost
      ? callApi(updateSourceCostRoute, { params: { id: cost.id }, body })
      : callApi(createSourceCostRoute, { body }))
    await invalidateTopics(['leads'])
    onClose()
  })
  return (
    <FormDialog
      title={t(cost ? 'leads.ui.editCost' : 'leads.ui.addCost')}
      submit={submit}
      onClose={onClose}
      size="small"
    >
      <FormField control={control} name="sourceId">
        {(field) => <Select {...field} label={t('leads.ui.source')} isRequired options={sources} />}
      </FormField>
      <FormField control={control} name="spentOn">
        {(field) => <DatePicker {...field} label={t('leads.ui.spentOn')} isRequired />}
      </FormField>
      <FormField control={control} name="amount">
        {(field) => <MoneyField {...field} label={t('leads.ui.amount')} isRequired />}
      </FormField>
      <FormField control={control} name="note">
        {(field) => <TextField {...field} label={t('leads.ui.note')} maxLength={300} />}
      </FormField>
    </FormDialog>
  )
}
