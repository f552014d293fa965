import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Checkbox, NumberField, TextField, toast } from '@peyvand/ui'
import { type NumberSeries, NumberSeriesChange, updateNumberSeriesRoute } from '../../contract/index.ts'

export function SeriesDialog({ series, onClose }: { series: NumberSeries; onClose: () => void }) {
  const t = useT()
  const { version, labelFa, labelEn, pattern, perYear } = series
  const form = useSchemaForm(NumberSeriesChange, { version, labelFa, labelEn, pattern, perYear })
  const submit = useSubmit(form, async (body) => {
    await callApi(updateNumberSeriesRoute, { params: { id: series.id }, body })
    await invalidateTopics(['number-series'])
    toast({ kind: 'ok', title: t('web.saved') })
    onClose()
  })
  const { control } = form
  return (
    <FormDialog title={t('customization.ui.editOf', { name: labelFa })} submit={submit} onClose={onClose}>
      <FormField control={control} name="labelFa">
        {(field) => <TextField {...field} value={field.value ?? ''} label={t('customization.ui.labelFa')} />}
      </FormField>
      <FormField control={control} name="labelEn">
        {(field) => (
          <TextField {...field} value={field.value ?? ''} dir="ltr" label={t('customization.ui.labelEn')} />
        )}
      </FormField>
      <FormField control={control} name="pattern">
        {(field) => (
          <TextField
            {...field}
            value={field.value ?? ''}
            dir="ltr"
            label={t('customization.ui.numbering.pattern')}
            description={t('customization.ui.numbering.patternHint', { n: '{n:5}', y: '{y}' })}
            className="sm:col-span-2"
          />
        )}
      </FormField>
      <FormField control={control} name="nextNumber">
        {(field) => (
          <NumberField
            {...field}
            value={field.value ?? null}
            onChange={(next) => field.onChange(next ?? undefined)}
            label={t('customization.ui.numbering.nextNumber')}
            description={t('customization.ui.numbering.nextHint')}
          />
        )}
      </FormField>
      <FormField control={control} name="perYear">
        {(field) => (
          <Checkbox {...field} value={field.value ?? false}>
            {t('customization.ui.numbering.yearly')}
          </Checkbox>
        )}
      </FormField>
    </FormDialog>
  )
}
