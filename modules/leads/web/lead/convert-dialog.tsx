import { listPartyGroupsRoute } from '@peyvand/parties/contract'
import { CustomFieldsSection, useCustomDefaults, useCustomFields, useShownFields } from '@peyvand/parties/web'
import { listPipelinesRoute } from '@peyvand/pipeline/contract'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  undoOperation,
  usePermission,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { DatePicker, MoneyField, newId, Select, Switch, TextField, toast, useUi } from '@peyvand/ui'
import { FormProvider, type UseFormReturn, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { ConvertLead, convertLeadRoute, type Lead } from '../../contract/index.ts'
import { leadTopics } from './lead-topics.ts'

const rarely = { staleTime: 5 * 60_000 }

const Deal = ConvertLead.shape.deal.unwrap().unwrap()
const Values = z.object({
  customerState: z.string().nullable(),
  opens: z.boolean(),
  deal: Deal.omit({ custom: true }).partial(),
  custom: Deal.shape.custom.unwrap(),
})

/** Makes a lead a customer in one step, with the deal that opens. */
export const ConvertDialog = ({ lead, onClose }: { lead: Lead; onClose: () => void }) => {
  const t = useT()
  const maySell = usePermission('deals.create')
  const states = useCustomerStates()
  const stages = useStages()
  const form = useSchemaForm(Values, {
    customerState: null,
    opens: maySell,
    deal: { title: t('leads.ui.dealTitleOf', { name: lead.name }), amount: null, expectedCloseOn: null },
    custom: lead.dealCustom,
  })
  const { control } = form
  const opens = useWatch({ control, name: 'opens' })
  const submit = useSubmit(form, async ({ customerState, opens: isWished, deal, custom }) => {
    const { operationId } = await callApi(
      convertLeadRoute,
      {
        params: { id: lead.id },
        body: { customerState, deal: isWished ? { ...deal, title: deal.title ?? '', custom } : null },
      },
      { idempotencyKey: newId() },
    )
    await invalidateTopics(leadTopics)
    toast({
      kind: 'ok',
      title: t('leads.ui.done', { name: lead.name }),
      action: { label: t('web.undo'), onPress: () => void undoOperation(t, operationId, leadTopics) },
    })
    onClose()
  })
  return (
    <FormDialog
      title={t('leads.ui.convertTitle', { name: lead.name })}
      action={t('leads.ui.convert')}
      hint={t('leads.ui.convertHint')}
      submit={submit}
      onClose={onClose}
    >
      {states.length > 0 && (
        <FormField control={control} name="customerState">
          {(field) => (
            <Select
              {...field}
              value={field.value ?? states[0]?.id ?? null}
              label={t('leads.ui.customerState')}
              options={states}
            />
          )}
        </FormField>
      )}
      {maySell && (
        <FormField control={control} name="opens">
          {({ value, onChange }) => (
            <span className="self-end pb-1.5">
              <Switch value={value} onChange={onChange}>
                {t('leads.ui.openDeal')}
              </Switch>
            </span>
          )}
        </FormField>
      )}
      {opens && (
        <>
          <FormField control={control} name="deal.title">
            {(field) => <TextField {...field} label={t('leads.ui.dealTitle')} isRequired maxLength={200} />}
          </FormField>
          <FormField control={control} name="deal.stageId">
            {(field) => (
              <Select
                {...field}
                value={field.value ?? stages[0]?.id ?? null}
                label={t('leads.ui.stage')}
                options={stages}
              />
            )}
          </FormField>
          <FormField control={control} name="deal.amount">
            {(field) => <MoneyField {...field} label={t('leads.ui.amount')} />}
          </FormField>
          <FormField control={control} name="deal.expectedCloseOn">
            {(field) => <DatePicker {...field} isClearable label={t('leads.ui.closeOn')} />}
          </FormField>
          <FormProvider {...(form as unknown as UseFormReturn)}>
            <OwnFields />
          </FormProvider>
        </>
      )}
    </FormDialog>
  )
}

/** The deal's own fields, with what the file has under the same keys. */
const OwnFields = () => {
  const own = useCustomFields('deals', [])
  useCustomDefaults(own, true)
  return <CustomFieldsSection fields={useShownFields(own)} />
}

function useCustomerStates() {
  const { locale } = useUi()
  const { data } = useRoute(listPartyGroupsRoute, { query: {} }, rarely)
  const states = data?.items.find(({ key }) => key === 'customers')?.states ?? []
  return states.map(({ key, labelFa, labelEn }) => ({ id: key, label: locale === 'fa' ? labelFa : labelEn }))
}

/** Where a deal may begin. */
function useStages() {
  const { data } = useRoute(listPipelinesRoute, {}, rarely)
  const pipelines = (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null)
  return pipelines.flatMap(({ name, stages }) =>
    stages
      .filter(({ outcome }) => outcome === 'open')
      .map((stage) => ({
        id: stage.id,
        label: pipelines.length > 1 ? `${name} › ${stage.name}` : stage.name,
      })),
  )
}
