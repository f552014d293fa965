import { monthNames } from '@peyvand/persian'
import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  useLeaveGuard,
  usePageTitle,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Card, PageHeader, Select, TextField, toast, useUi } from '@peyvand/ui'
import { type FirmSettings, getFirmRoute, UpdateFirm, updateFirmRoute } from '../../contract/index.ts'
import { timeZoneOptions } from './time-zones.ts'

export function FirmPage() {
  const t = useT()
  usePageTitle(t('identity.ui.nav.firm'))
  const { data: firm, error, refetch } = useRoute(getFirmRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!firm) return <PageSkeleton />
  return (
    <div className="flex max-w-160 flex-col gap-3">
      <PageHeader title={t('identity.ui.nav.firm')} />
      <FirmForm key={firm.version} firm={firm} />
    </div>
  )
}

function FirmForm({ firm }: { firm: FirmSettings }) {
  const t = useT()
  const form = useSchemaForm(UpdateFirm, firm)
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(updateFirmRoute, { body })
    await invalidateTopics(['firm', 'session'])
    toast({ kind: 'ok', title: t('web.saved') })
  })
  const { isDirty } = form.formState
  useLeaveGuard(isDirty && !isPending)
  const { control } = form
  return (
    <Card>
      <form noValidate onSubmit={onSubmit} className="grid gap-3.5 sm:grid-cols-2">
        <div className="empty:hidden sm:col-span-2">
          <FormFault error={fault} />
        </div>
        <FormField control={control} name="name">
          {(field) => (
            <TextField
              {...field}
              value={field.value ?? ''}
              label={t('identity.ui.firm.name')}
              isRequired
              className="sm:col-span-2"
            />
          )}
        </FormField>
        <FormField control={control} name="locale">
          {({ value, ...field }) => (
            <Select
              {...field}
              value={value ?? null}
              label={t('identity.ui.firm.locale')}
              description={t('identity.ui.firm.localeHint')}
              options={[
                { id: 'fa', label: 'فارسی' },
                { id: 'en', label: 'English' },
              ]}
            />
          )}
        </FormField>
        <FormField control={control} name="timeZone">
          {({ value, ...field }) => (
            <Select
              {...field}
              value={value ?? null}
              label={t('identity.ui.firm.timeZone')}
              options={timeZoneOptions(value)}
            />
          )}
        </FormField>
        <FormField control={control} name="moneyUnit">
          {({ value, ...field }) => (
            <Select
              {...field}
              value={value ?? null}
              label={t('identity.ui.firm.moneyUnit')}
              description={t('identity.ui.firm.moneyUnitHint')}
              options={[
                { id: 'toman', label: t('identity.ui.toman') },
                { id: 'rial', label: t('identity.ui.rial') },
              ]}
            />
          )}
        </FormField>
        <FormField control={control} name="fiscalStartMonth">
          {({ value, onChange, ...field }) => (
            <FiscalMonth
              {...field}
              value={value ?? 1}
              onChange={onChange}
              label={t('identity.ui.firm.fiscalStart')}
            />
          )}
        </FormField>
        <div className="sm:col-span-2">
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={!isDirty}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

interface FiscalMonthProps {
  label: string
  value: number
  onChange: (month: number) => void
}

function FiscalMonth({ value, onChange, ...field }: FiscalMonthProps) {
  const { locale } = useUi()
  return (
    <Select
      {...field}
      value={String(value)}
      onChange={(month) => month && onChange(Number(month))}
      options={monthNames(locale).map((label, index) => ({ id: String(index + 1), label }))}
    />
  )
}
