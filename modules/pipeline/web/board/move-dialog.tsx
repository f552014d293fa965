import { CustomFieldsSection, PartyPicker, useCustomFields, useValues } from '@peyvand/parties/web'
import type { Ref } from '@peyvand/platform/contract'
import { showServerErrors, useT } from '@peyvand/platform/web'
import {
  Button,
  bindField,
  Checkbox,
  DatePicker,
  DateTimeField,
  Dialog,
  MoneyField,
  Select,
} from '@peyvand/ui'
import { useEffect, useId } from 'react'
import { Controller, FormProvider, useForm, useFormContext } from 'react-hook-form'
import type { MoveDeal, Stage } from '../../contract/index.ts'

type Given = Omit<MoveDeal, 'version' | 'stageId'>

type Props = {
  title: string
  stage: Stage
  missing: readonly string[]
  /** What the server said of the last try: its faults are shown at the fields. */
  error: unknown
  /** Who wants the deal too. */
  competitors: readonly Ref[]
  isPending: boolean
  onSubmit: (given: Given) => void
  onClose: () => void
}

/** Asks only for what the stage wants and the deal lacks. */
export const MoveDialog = (props: Props) => {
  const { title, stage, missing, error, competitors, isPending, onSubmit, onClose } = props
  const t = useT()
  const formId = useId()
  const form = useForm<Given>({ defaultValues: nothing })
  useEffect(() => void showServerErrors(form, error), [form, error])
  const isLost = stage.outcome === 'lost'
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('pipeline.moveTo', { title, stage: stage.name })}
      footer={
        <>
          <Button kind={isLost ? 'danger' : 'primary'} type="submit" form={formId} isPending={isPending}>
            {t('pipeline.move')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-3.5"
          onSubmit={(event) => void form.handleSubmit((values) => onSubmit(filled(values)))(event)}
        >
          <p className="text-muted">{t(isLost ? 'pipeline.lostHint' : 'pipeline.asksHint')}</p>
          {missing
            .filter((path) => path in plainFields)
            .map((path) => {
              const Field = plainFields[path as PlainField]
              return <Field key={path} />
            })}
          {isLost && <LostToField competitors={competitors} />}
          <OwnFields missing={missing} />
          <Ticks stage={stage} missing={missing} />
        </form>
      </FormProvider>
    </Dialog>
  )
}

const nothing: Given = {
  amount: null,
  contactId: null,
  expectedCloseOn: null,
  nextFollowUpAt: null,
  sourceId: null,
  lostReasonId: null,
  lostToId: null,
  custom: {},
  checked: [],
}

/** What was left empty is not sent: the server tells that it is still missing. */
const filled = (values: Given): Given =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null))

const AmountField = () => {
  const t = useT()
  const { control } = useFormContext<Given>()
  return (
    <Controller
      control={control}
      name="amount"
      render={(f) => <MoneyField label={t('pipeline.field.amount')} isRequired {...bindField(f)} />}
    />
  )
}

const ContactField = () => {
  const t = useT()
  const { control } = useFormContext<Given>()
  return (
    <Controller
      control={control}
      name="contactId"
      render={(f) => {
        const { value = null, ...field } = bindField(f)
        return (
          <PartyPicker
            label={t('pipeline.field.contact')}
            kind="person"
            isRequired
            {...field}
            value={value}
          />
        )
      }}
    />
  )
}

/** Who got the deal: one of those known already, or anybody. */
const LostToField = ({ competitors }: Pick<Props, 'competitors'>) => {
  const t = useT()
  const { control } = useFormContext<Given>()
  return (
    <Controller
      control={control}
      name="lostToId"
      render={(f) => {
        const { value = null, ...field } = bindField(f)
        const known = competitors.find(({ id }) => id === value)?.name
        return (
          <>
            <PartyPicker
              label={t('pipeline.field.lostTo')}
              group="competitors"
              {...field}
              {...(known && { valueLabel: known })}
              value={value}
            />
            {competitors.length > 0 && (
              <ul aria-label={t('pipeline.field.competitor')} className="-mt-2 flex flex-wrap gap-1.5">
                {competitors.map(({ id, name }) => (
                  <li key={id}>
                    <Button size="small" onPress={() => f.field.onChange(id)}>
                      {name}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </>
        )
      }}
    />
  )
}

const CloseField = () => {
  const t = useT()
  const { control } = useFormContext<Given>()
  return (
    <Controller
      control={control}
      name="expectedCloseOn"
      render={(f) => <DatePicker label={t('pipeline.field.expectedCloseOn')} isRequired {...bindField(f)} />}
    />
  )
}

const FollowUpField = () => {
  const t = useT()
  const { control } = useFormContext<Given>()
  return (
    <Controller
      control={control}
      name="nextFollowUpAt"
      render={(f) => (
        <DateTimeField label={t('pipeline.field.nextFollowUpAt')} isRequired {...bindField(f)} />
      )}
    />
  )
}

const SourceField = () => <ValueField name="sourceId" list="sources" label="source" />
const ReasonField = () => <ValueField name="lostReasonId" list="lostReasons" label="lostReason" />

const ValueField = ({
  name,
  list,
  label,
}: {
  name: 'sourceId' | 'lostReasonId'
  list: string
  label: string
}) => {
  const t = useT()
  const { control } = useFormContext<Given>()
  const options = useValues(list)
  return (
    <Controller
      control={control}
      name={name}
      rules={{ required: t('error.required') }}
      render={(f) => {
        const { value = null, ...field } = bindField(f)
        return (
          <Select
            label={t(`pipeline.field.${label}`)}
            options={options}
            isRequired
            {...field}
            value={value}
          />
        )
      }}
    />
  )
}

const plainFields = {
  lostReasonId: ReasonField,
  amount: AmountField,
  contactId: ContactField,
  expectedCloseOn: CloseField,
  nextFollowUpAt: FollowUpField,
  sourceId: SourceField,
}
type PlainField = keyof typeof plainFields

const OwnFields = ({ missing }: Pick<Props, 'missing'>) => {
  const fields = useCustomFields('deals', []).filter(({ key }) => missing.includes(`custom.${key}`))
  return fields.length > 0 ? <CustomFieldsSection fields={fields} /> : null
}

const Ticks = ({ stage, missing }: Pick<Props, 'stage' | 'missing'>) => {
  const t = useT()
  const { control, formState } = useFormContext<Given>()
  const faults = formState.errors.checked as Record<string, { message?: string }> | undefined
  const items = stage.checklist.filter(({ id }) => missing.includes(`checked.${id}`))
  if (items.length === 0) return null
  return (
    <Controller
      control={control}
      name="checked"
      render={({ field: { value = [], onChange } }) => (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-body font-medium">{t('pipeline.checklist')}</legend>
          {items.map(({ id, label }) => (
            <Checkbox
              key={id}
              value={value.includes(id)}
              errorMessage={value.includes(id) ? undefined : faults?.[id]?.message}
              onChange={(isOn) => onChange(isOn ? [...value, id] : value.filter((one) => one !== id))}
            >
              {label}
            </Checkbox>
          ))}
        </fieldset>
      )}
    />
  )
}
