import { RecordFields } from '@peyvand/customization/web'
import {
  callApi,
  FormFault,
  FormField,
  FormFooter,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  useLeaveGuard,
  usePageTitle,
  usePermission,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Card, NumberField, PageHeader, Select, toast } from '@peyvand/ui'
import {
  Billing,
  type DocumentSettings,
  DocumentSettingsChange,
  getDocumentSettingsRoute,
  updateDocumentSettingsRoute,
} from '../../contract/index.ts'
import { RoundingField } from '../form/rounding-field.tsx'
import { RulesField } from './rules-field.tsx'

/** When documents need approval, what new ones begin with, and the firm's own fields of them. */
export const DocumentsSettingsPage = () => {
  const t = useT()
  usePageTitle(t('documents.nav'))
  const ownsFields = usePermission('customization.manage')
  const { data, error, refetch } = useRoute(getDocumentSettingsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('documents.nav')} />
      <SettingsForm key={data.version} settings={data} />
      {ownsFields && <RecordFields record="documents" />}
    </div>
  )
}

const SettingsForm = ({ settings }: { settings: DocumentSettings }) => {
  const t = useT()
  const form = useSchemaForm(DocumentSettingsChange, settings)
  const { control } = form
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(updateDocumentSettingsRoute, { body })
    await invalidateTopics(['documents'])
    toast({ kind: 'ok', title: t('web.saved') })
  })
  const { isDirty } = form.formState
  useLeaveGuard(isDirty && !isPending)
  return (
    <form noValidate aria-label={t('documents.nav')} onSubmit={onSubmit} className="flex flex-col gap-4">
      <FormFault error={fault} />
      <Card title={t('documents.ui.begins')}>
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          <FormField control={control} name="validDays">
            {(field) => (
              <NumberField
                {...field}
                label={t('documents.ui.validDays')}
                description={t('documents.ui.validDaysHint')}
                suffix={t('documents.ui.days')}
                minValue={1}
                maxValue={365}
              />
            )}
          </FormField>
          <FormField control={control} name="dueDays">
            {(field) => (
              <NumberField
                {...field}
                label={t('documents.ui.dueDays')}
                description={t('documents.ui.dueDaysHint')}
                suffix={t('documents.ui.days')}
                minValue={0}
                maxValue={365}
              />
            )}
          </FormField>
          <FormField control={control} name="roundTo">
            {(field) => <RoundingField {...field} />}
          </FormField>
          <FormField control={control} name="billing">
            {(field) => (
              <Select
                {...field}
                label={t('documents.ui.billing')}
                options={Billing.options.map((id) => ({ id, label: t(`documents.ui.billing.${id}`) }))}
                onChange={(chosen) => field.onChange(Billing.parse(chosen))}
              />
            )}
          </FormField>
        </div>
      </Card>
      <FormField control={control} name="rules">
        {({ value, onChange }) => <RulesField value={value} onChange={onChange} />}
      </FormField>
      <FormFooter>
        <Button type="submit" kind="primary" isPending={isPending} isDisabled={!isDirty}>
          {t('web.save')}
        </Button>
      </FormFooter>
    </form>
  )
}
