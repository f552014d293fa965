import { Priority } from '@peyvand/activities/contract'
import { AttachmentField } from '@peyvand/files/web'
import { OwnFieldGroups, PartyPicker, useColleagues, useValues } from '@peyvand/parties/web'
import type { CustomField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import {
  bindField,
  ComboBox,
  DatePicker,
  DateTimeField,
  MoneyField,
  Select,
  TextArea,
  TextField,
} from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import { CompetitorsField } from '../competitors/competitors-field.tsx'
import { runningStages, usePipelines } from '../use-pipelines.ts'
import type { DealValues } from './deal-values.ts'

type Props = {
  isNew: boolean
  /** The firm's own fields that are in sight. */
  shown: readonly CustomField[]
  /** Names of what is chosen already. */
  known: Partial<Record<'party' | 'contact' | 'owner', string | undefined>>
  /** Names of the competitors that the deal has, by id. */
  competitors: ReadonlyMap<string, string>
}

/** Everything that a deal holds, what is asked at once first. */
export const DealFields = ({ isNew, shown, known, competitors }: Props) => {
  const t = useT()
  const { control, getValues, setValue } = useFormContext<DealValues>()
  const field = (name: string) => t(`pipeline.field.${name}`)
  return (
    <>
      <Controller
        control={control}
        name="title"
        render={(f) => <TextField label={field('title')} isRequired maxLength={200} {...bindField(f)} />}
      />
      <Controller
        control={control}
        name="partyId"
        render={(f) => (
          <PartyPicker
            label={field('party')}
            isRequired
            {...(known.party && { valueLabel: known.party })}
            {...bindField(f)}
          />
        )}
      />
      <Controller
        control={control}
        name="amount"
        render={(f) => <MoneyField label={field('amount')} {...bindField(f)} />}
      />
      <div className="grid items-start gap-3.5 sm:grid-cols-2">
        {isNew && <StageField />}
        <Choices known={known} />
        <Controller
          control={control}
          name="nextFollowUpAt"
          render={(f) => <DateTimeField label={field('nextFollowUpAt')} {...bindField(f)} />}
        />
        <Controller
          control={control}
          name="expectedCloseOn"
          render={(f) => <DatePicker label={field('expectedCloseOn')} isClearable {...bindField(f)} />}
        />
        <Controller
          control={control}
          name="contactId"
          render={(f) => (
            <PartyPicker
              label={field('contact')}
              kind="person"
              {...(known.contact && { valueLabel: known.contact })}
              {...bindField(f)}
            />
          )}
        />
      </div>
      <CompetitorsField names={competitors} />
      <OwnFieldGroups record="deals" fields={shown} />
      <Controller
        control={control}
        name="description"
        render={(f) => <TextArea label={field('description')} maxLength={10_000} {...bindField(f)} />}
      />
      <Controller
        control={control}
        name="files"
        render={({ field: { value } }) => (
          <AttachmentField
            value={value}
            onChange={(change) => setValue('files', change(getValues('files')), { shouldDirty: true })}
          />
        )}
      />
    </>
  )
}

/** Where a new deal begins. */
const StageField = () => {
  const t = useT()
  const { control } = useFormContext<DealValues>()
  const pipelines = usePipelines() ?? []
  const options = pipelines.flatMap((pipeline) =>
    runningStages(pipeline).map(({ id, name }) => ({
      id,
      label: pipelines.length > 1 ? `${pipeline.name} › ${name}` : name,
    })),
  )
  return (
    <Controller
      control={control}
      name="stageId"
      render={(f) => {
        const bound = bindField(f)
        return (
          <Select
            label={t('pipeline.field.stage')}
            options={options}
            {...bound}
            value={bound.value ?? options[0]?.id ?? null}
          />
        )
      }}
    />
  )
}

const Choices = ({ known }: Pick<Props, 'known'>) => {
  const t = useT()
  const { control, watch } = useFormContext<DealValues>()
  const colleagues = useColleagues()
  const sources = useValues('sources', watch('sourceId'))
  return (
    <>
      <Controller
        control={control}
        name="priority"
        render={(f) => (
          <Select
            label={t('pipeline.field.priority')}
            options={Priority.options.map((id) => ({ id, label: t(`activities.priority.${id}`) }))}
            {...bindField(f)}
            onChange={(value) => value && f.field.onChange(value)}
          />
        )}
      />
      <Controller
        control={control}
        name="ownerId"
        render={(f) => (
          <ComboBox
            label={t('pipeline.field.owner')}
            options={colleagues}
            {...(known.owner && { valueLabel: known.owner })}
            {...bindField(f)}
          />
        )}
      />
      <Controller
        control={control}
        name="sourceId"
        render={(f) => (
          <Select label={t('pipeline.field.source')} options={sources} isClearable {...bindField(f)} />
        )}
      />
    </>
  )
}
