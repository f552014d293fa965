import { provinces } from '@peyvand/persian/iran-places'
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
import {
  Breadcrumbs,
  Button,
  Card,
  CodeField,
  ComboBox,
  PageHeader,
  SegmentedControl,
  TextArea,
  TextField,
  toast,
  useUi,
} from '@peyvand/ui'
import { useWatch } from 'react-hook-form'
import {
  type FirmBlock,
  FirmBlockInput,
  getFirmBlockRoute,
  updateFirmBlockRoute,
} from '../../contract/index.ts'

/** How papers name the firm. */
export const FirmPage = () => {
  const t = useT()
  usePageTitle(t('documents.firm'))
  const { data, error, refetch } = useRoute(getFirmBlockRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <div className="flex max-w-200 flex-col gap-4">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[
              { label: t('documents.designs'), href: '/settings/document-designs' },
              { label: t('documents.firm') },
            ]}
          />
        }
        title={t('documents.firm')}
        subtitle={t('documents.firmHint')}
      />
      <FirmForm key={data.version} firm={data} />
    </div>
  )
}

const codes = ['economicCode', 'registrationNumber', 'postalCode', 'phone', 'fax'] as const

const FirmForm = ({ firm }: { firm: FirmBlock }) => {
  const t = useT()
  const { locale } = useUi()
  const form = useSchemaForm(FirmBlockInput, firm)
  const { control, setValue } = form
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(updateFirmBlockRoute, { body })
    await invalidateTopics(['documents'])
    toast({ kind: 'ok', title: t('web.saved') })
  })
  const { isDirty } = form.formState
  useLeaveGuard(isDirty && !isPending)
  const [kind, provinceCode] = useWatch({ control, name: ['kind', 'province'] })
  const cities = provinces.find(({ code }) => code === provinceCode)?.cities ?? []
  return (
    <Card>
      <form
        noValidate
        aria-label={t('documents.firm')}
        onSubmit={onSubmit}
        className="grid gap-3.5 sm:grid-cols-2"
      >
        <div className="empty:hidden sm:col-span-2">
          <FormFault error={fault} />
        </div>
        <SegmentedControl
          className="justify-self-start sm:col-span-2"
          label={t('documents.firmKind')}
          value={kind}
          options={(['organization', 'person'] as const).map((id) => ({
            id,
            label: t(`parties.kind.${id}`),
          }))}
          onChange={(next) => setValue('kind', next, { shouldDirty: true })}
        />
        <FormField control={control} name="name">
          {(field) => (
            <TextField {...field} isRequired label={t('documents.firmName')} className="sm:col-span-2" />
          )}
        </FormField>
        <FormField control={control} name="nationalId">
          {(field) => (
            <CodeField
              {...field}
              label={t(kind === 'person' ? 'parties.field.nationalId' : 'parties.field.legalNationalId')}
              inputMode="numeric"
            />
          )}
        </FormField>
        {codes.map((name) => (
          <FormField key={name} control={control} name={name}>
            {(field) => <CodeField {...field} label={t(`documents.firm.${name}`)} inputMode="numeric" />}
          </FormField>
        ))}
        <FormField control={control} name="province">
          {({ onChange, ...field }) => (
            <ComboBox
              {...field}
              label={t('parties.field.province')}
              options={provinces.map((one) => ({ id: one.code, label: one[locale] }))}
              onChange={(code) => {
                onChange(code)
                if (code === provinceCode) return
                setValue('county', null, { shouldDirty: true })
                setValue('city', null, { shouldDirty: true })
              }}
            />
          )}
        </FormField>
        {(['county', 'city'] as const).map((part) => (
          <FormField key={part} control={control} name={part}>
            {({ value, onChange, ...field }) => (
              <ComboBox
                {...field}
                label={t(`parties.field.${part}`)}
                options={cities.map((city) => ({ id: city.fa, label: city[locale] }))}
                value={value}
                valueLabel={value ?? ''}
                onChange={onChange}
                onCreate={onChange}
              />
            )}
          </FormField>
        ))}
        <FormField control={control} name="address">
          {(field) => (
            <TextArea {...field} label={t('parties.field.address')} minRows={2} className="sm:col-span-2" />
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
