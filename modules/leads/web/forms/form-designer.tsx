import { useGroupOptions } from '@peyvand/catalog/web'
import { useColleagues, useValues } from '@peyvand/parties/web'
import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useLeaveGuard,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import {
  Button,
  Card,
  ComboBox,
  NumberField,
  newId,
  Select,
  Switch,
  TextArea,
  TextField,
  toast,
} from '@peyvand/ui'
import type { Control } from 'react-hook-form'
import {
  createLeadFormRoute,
  type LeadForm,
  LeadFormInput,
  updateLeadFormRoute,
} from '../../contract/index.ts'
import { FieldsCard } from './fields-card.tsx'
import { PublishingCard } from './publishing-card.tsx'

type Props = {
  /** Absent while it is new. */
  form?: LeadForm
  values: LeadFormInput
  onSaved: (form: LeadForm) => void
}

export type FormControl = Control<LeadFormInput, unknown, LeadFormInput>

/** Everything about a public form, saved as a whole. */
export const FormDesigner = ({ form, values, onSaved }: Props) => {
  const t = useT()
  const edited = useSchemaForm(LeadFormInput, values)
  const control = edited.control as unknown as FormControl
  const { isDirty, isSubmitting, isSubmitSuccessful } = edited.formState
  useLeaveGuard(isDirty && !isSubmitting && !isSubmitSuccessful)
  const submit = useSubmit(edited, async (body) => {
    const saved = await (form
      ? callApi(updateLeadFormRoute, { params: { id: form.id }, body: { version: form.version, form: body } })
      : callApi(createLeadFormRoute, { body }, { idempotencyKey: newId() }))
    await invalidateTopics(['leads'])
    toast({ kind: 'ok', title: t('web.saved') })
    onSaved(saved)
  })
  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex flex-col gap-4">
      <FormFault error={submit.fault} />
      <Card>
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          <FormField control={control} name="name">
            {(field) => <TextField {...field} label={t('leads.ui.formName')} isRequired maxLength={120} />}
          </FormField>
          <FormField control={control} name="active">
            {({ value, onChange }) => (
              <span className="self-end pb-1.5">
                <Switch value={value} onChange={onChange}>
                  {t('leads.ui.active')}
                </Switch>
              </span>
            )}
          </FormField>
        </div>
      </Card>
      <WordsCard control={control} />
      <FieldsCard control={control} />
      <AfterwardsCard control={control} />
      <PublishingCard control={control} {...(form && { form })} />
      <span>
        <Button kind="primary" type="submit" isPending={submit.isPending}>
          {t('web.save')}
        </Button>
      </span>
    </form>
  )
}

const orNull = (text: string): string | null => text || null

const WordsCard = ({ control }: { control: FormControl }) => {
  const t = useT()
  return (
    <Card title={t('leads.ui.forVisitors')}>
      <div className="grid items-start gap-3.5 sm:grid-cols-2">
        <FormField control={control} name="title">
          {(field) => <TextField {...field} label={t('leads.ui.formTitle')} isRequired maxLength={160} />}
        </FormField>
        <FormField control={control} name="locale">
          {(field) => (
            <Select
              {...field}
              label={t('leads.ui.formLocale')}
              options={[
                { id: 'fa', label: 'فارسی' },
                { id: 'en', label: 'English' },
              ]}
            />
          )}
        </FormField>
        <FormField control={control} name="intro">
          {({ onChange, ...field }) => (
            <TextArea
              {...field}
              onChange={(text) => onChange(orNull(text))}
              label={t('leads.ui.intro')}
              maxLength={2000}
            />
          )}
        </FormField>
        <FormField control={control} name="thanks">
          {(field) => <TextArea {...field} label={t('leads.ui.thanks')} isRequired maxLength={2000} />}
        </FormField>
        <FormField control={control} name="consent">
          {({ onChange, ...field }) => (
            <TextField
              {...field}
              onChange={(text) => onChange(orNull(text))}
              label={t('leads.ui.consent')}
              description={t('leads.ui.consentHint')}
              maxLength={500}
            />
          )}
        </FormField>
        <FormField control={control} name="button">
          {({ onChange, ...field }) => (
            <TextField
              {...field}
              onChange={(text) => onChange(orNull(text))}
              label={t('leads.ui.button')}
              placeholder={t('leads.public.send')}
              maxLength={60}
            />
          )}
        </FormField>
      </div>
    </Card>
  )
}

const AfterwardsCard = ({ control }: { control: FormControl }) => {
  const t = useT()
  const sources = useValues('sources')
  const groups = useGroupOptions()
  const colleagues = useColleagues()
  return (
    <Card title={t('leads.ui.afterwards')}>
      <div className="grid items-start gap-3.5 sm:grid-cols-2">
        <FormField control={control} name="sourceId">
          {(field) => <Select {...field} isClearable label={t('leads.ui.source')} options={sources} />}
        </FormField>
        <FormField control={control} name="productGroupId">
          {(field) => <Select {...field} isClearable label={t('leads.ui.productGroup')} options={groups} />}
        </FormField>
        <FormField control={control} name="ownerId">
          {({ value, onChange, ...field }) => (
            <ComboBox
              {...field}
              value={value}
              onChange={(id) => id && onChange(id)}
              label={t('leads.ui.fallbackOwner')}
              isRequired
              options={colleagues}
            />
          )}
        </FormField>
        <FormField control={control} name="followUpDays">
          {(field) => (
            <NumberField
              {...field}
              label={t('leads.ui.followUpDays')}
              description={t('leads.ui.followUpHint')}
              minValue={0}
              maxValue={365}
            />
          )}
        </FormField>
        <FormField control={control} name="byRules">
          {({ value, onChange }) => (
            <Switch value={value} onChange={onChange}>
              {t('leads.ui.byRules')}
            </Switch>
          )}
        </FormField>
      </div>
    </Card>
  )
}
