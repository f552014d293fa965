import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, DatePicker, IconButton, Select, Switch, TextField } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFieldArray, useWatch } from 'react-hook-form'
import {
  createVatClassRoute,
  updateVatClassRoute,
  type VatClass,
  VatClassInput,
  VatTreatment,
} from '../../contract/index.ts'
import { DecimalField } from '../fields/decimal-field.tsx'

/** Makes a class of value added tax, or changes one: a new rate counts from its day on. */
export const VatDialog = ({ vatClass, onClose }: { vatClass?: VatClass; onClose: () => void }) => {
  const t = useT()
  const form = useSchemaForm(VatClassInput, {
    name: vatClass?.name ?? '',
    treatment: vatClass?.treatment ?? 'special',
    rates: vatClass?.rates ?? [],
  })
  const { control } = form
  const [archived, setArchived] = useState(vatClass?.archivedAt != null)
  const { fields, append, remove } = useFieldArray({ control, name: 'rates' })
  const treatment = useWatch({ control, name: 'treatment' })
  const isRated = treatment === 'standard' || treatment === 'special'
  const submit = useSubmit(form, async ({ rates, ...values }) => {
    const body = { ...values, rates: isRated ? rates : [] }
    await (vatClass
      ? callApi(updateVatClassRoute, {
          params: { id: vatClass.id },
          body: { ...body, archived, version: vatClass.version },
        })
      : callApi(createVatClassRoute, { body }))
    await invalidateTopics(['vat-classes', 'products'])
    onClose()
  })
  const title = vatClass ? t('catalog.ui.editNamed', { name: vatClass.name }) : t('catalog.ui.newVatClass')
  const fault = form.formState.errors.rates?.message
  return (
    <FormDialog title={title} submit={submit} onClose={onClose}>
      <FormField control={control} name="name">
        {(field) => <TextField {...field} label={t('catalog.field.name')} isRequired maxLength={120} />}
      </FormField>
      <FormField control={control} name="treatment">
        {(field) => (
          <Select
            {...field}
            label={t('catalog.ui.treatment')}
            options={VatTreatment.options.map((id) => ({ id, label: t(`catalog.treatment.${id}`) }))}
          />
        )}
      </FormField>
      {isRated && (
        <fieldset className="flex flex-col gap-3 sm:col-span-2">
          <legend className="mb-1.5 text-body font-medium">{t('catalog.ui.rates')}</legend>
          {fields.map(({ id }, index) => (
            <div key={id} className="flex items-start gap-3">
              <div className="grid min-w-0 flex-1 grid-cols-[1.7fr_1fr] gap-3 sm:grid-cols-2">
                <FormField control={control} name={`rates.${index}.validFrom`}>
                  {(field) => <DatePicker {...field} label={t('catalog.ui.fromDay')} isRequired />}
                </FormField>
                <FormField control={control} name={`rates.${index}.percent`}>
                  {(field) => (
                    <DecimalField
                      {...field}
                      onChange={(text) => field.onChange(text ?? '')}
                      label={t('catalog.ui.percent')}
                      isRequired
                    />
                  )}
                </FormField>
              </div>
              <span className="pt-6.5">
                <IconButton
                  label={t('catalog.ui.removeRate')}
                  icon={<Trash2 />}
                  onPress={() => remove(index)}
                />
              </span>
            </div>
          ))}
          {fault && (
            <p role="alert" className="text-meta text-bad">
              {fault}
            </p>
          )}
          <span>
            <Button
              size="small"
              icon={<Plus size={16} aria-hidden />}
              onPress={() => append({ validFrom: '', percent: '' })}
            >
              {t('catalog.ui.addRate')}
            </Button>
          </span>
        </fieldset>
      )}
      {vatClass && (
        <Switch value={archived} onChange={setArchived}>
          {t('catalog.ui.archivedSwitch')}
        </Switch>
      )}
    </FormDialog>
  )
}
