import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Card, NumberField, toast } from '@peyvand/ui'
import { LeadSettings, updateLeadSettingsRoute } from '../../contract/index.ts'

/** The target for the first answer, and from which sum on a lead is fit. */
export const TargetCard = ({ settings }: { settings: LeadSettings }) => {
  const t = useT()
  const { responseMinutes, fitFrom, version } = settings
  const form = useSchemaForm(LeadSettings, { responseMinutes, fitFrom, version })
  const submit = useSubmit(form, async (body) => {
    await callApi(updateLeadSettingsRoute, { body })
    await invalidateTopics(['leads', 'parties'])
    toast({ kind: 'ok', title: t('web.saved') })
  })
  return (
    <Card title={t('leads.ui.firstAnswer')}>
      <form noValidate onSubmit={submit.onSubmit} className="flex flex-col gap-3.5">
        <FormFault error={submit.fault} />
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          <FormField control={form.control} name="responseMinutes">
            {(field) => (
              <NumberField
                {...field}
                label={t('leads.ui.responseMinutes')}
                description={t('leads.ui.responseHint')}
                minValue={1}
                maxValue={60_000}
              />
            )}
          </FormField>
          <FormField control={form.control} name="fitFrom">
            {(field) => (
              <NumberField
                {...field}
                label={t('leads.ui.fitFrom')}
                description={t('leads.ui.fitFromHint')}
                minValue={-10_000}
                maxValue={10_000}
              />
            )}
          </FormField>
        </div>
        <Button
          kind="primary"
          type="submit"
          className="self-start"
          isPending={submit.isPending}
          isDisabled={!form.formState.isDirty}
        >
          {t('web.save')}
        </Button>
      </form>
    </Card>
  )
}
