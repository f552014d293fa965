import { fromJalali } from '@peyvand/persian'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { DatePicker, Select, TextField, toast } from '@peyvand/ui'
import {
  addHolidayRoute,
  type Holiday,
  HolidayInput,
  HolidayKind,
  updateHolidayRoute,
} from '../../contract/index.ts'

interface Props {
  year: number
  /** Null for a new closure. */
  holiday: Holiday | null
  onClose: () => void
}

export const HolidayDialog = ({ year, holiday, onClose }: Props) => {
  const t = useT()
  const first = fromJalali({ year, month: 1, day: 1 })
  const form = useSchemaForm(HolidayInput, {
    day: holiday?.day ?? first,
    titleFa: holiday?.titleFa ?? '',
    titleEn: holiday?.titleEn,
    kind: holiday?.kind ?? 'closure',
  })
  const submit = useSubmit(form, async (body) => {
    const params = { year: String(year) }
    if (holiday) await callApi(updateHolidayRoute, { params: { ...params, key: holiday.key }, body })
    else await callApi(addHolidayRoute, { params, body })
    await invalidateTopics(['holidays', 'calendar'])
    toast({ kind: 'ok', title: t('web.saved') })
    onClose()
  })
  const { control } = form
  return (
    <FormDialog
      title={t(holiday ? 'calendar.holiday' : 'calendar.addClosure')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="day">
        {(field) => (
          <DatePicker {...field} value={field.value ?? null} label={t('calendar.day')} isRequired />
        )}
      </FormField>
      <FormField control={control} name="kind">
        {(field) => (
          <Select
            {...field}
            value={field.value ?? 'closure'}
            label={t('calendar.kind')}
            options={HolidayKind.options.map((id) => ({ id, label: t(`calendar.kind.${id}`) }))}
          />
        )}
      </FormField>
      <FormField control={control} name="titleFa">
        {(field) => (
          <TextField {...field} value={field.value ?? ''} label={t('calendar.titleFa')} isRequired />
        )}
      </FormField>
      <FormField control={control} name="titleEn">
        {(field) => (
          <TextField
            {...field}
            value={field.value ?? ''}
            onChange={(text) => field.onChange(text || undefined)}
            dir="ltr"
            label={t('calendar.titleEn')}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
