import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Checkbox, Dialog, NumberField, TextField, toast } from '@peyvand/ui'
import { useId } from 'react'
import { type NumberSeries, NumberSeriesChange, updateNumberSeriesRoute } from '../../contract/index.ts'

export function SeriesDialog({ series, onClose }: { series: NumberSeries; onClose: () => void }) {
  const t = useT()
  const formId = useId()
  const { version, labelFa, labelEn, pattern, perYear } = series
  const form = useSchemaForm(NumberSeriesChange, { version, labelFa, labelEn, pattern, perYear })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(updateNumberSeriesRoute, { params: { id: series.id }, body })
    await invalidateTopics(['number-series'])
    toast({ kind: 'ok', title: t('web.saved') })
    onClose()
  })
  const { control } = form
  return (
    <Dialog
      isOpen
      title={t('customization.ui.editOf', { name: labelFa })}
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
        <FormField control={control} name="labelFa">
          {(field) => (
            <TextField {...field} value={field.value ?? ''} label={t('customization.ui.labelFa')} />
          )}
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
      </form>
    </Dialog>
  )
}
