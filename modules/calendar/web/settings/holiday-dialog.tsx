import { fromJalali } from '@peyvand/persian'
import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, DatePicker, Dialog, Select, TextField, toast } from '@peyvand/ui'
import { useId } from 'react'
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
  const formId = useId()
  const first = fromJalali({ year, month: 1, day: 1 })
  const form = useSchemaForm(HolidayInput, {
    day: holiday?.day ?? first,
    titleFa: holiday?.titleFa ?? '',
    titleEn: holiday?.titleEn,
    kind: holiday?.kind ?? 'closure',
  })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const params = { year: String(year) }
    if (holiday) await callApi(updateHolidayRoute, { params: { ...params, key: holiday.key }, body })
    else await callApi(addHolidayRoute, { params, body })
    await invalidateTopics(['holidays', 'calendar'])
    toast({ kind: 'ok', title: t('web.saved') })
    onClose()
  })
  const { control } = form
  return (
    <Dialog
      isOpen
      title={t(holiday ? 'calendar.holiday' : 'calendar.addClosure')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="grid gap-3.5 sm:grid-cols-2">
        <div className="empty:hidden sm:col-span-2">
          <FormFault error={fault} />
        </div>
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
      </form>
    </Dialog>
  )
}
