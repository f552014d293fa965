import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Checkbox, IconButton, NumberField, newId, TextField } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useFieldArray } from 'react-hook-form'
import {
  type Criterion,
  CriterionInput,
  createCriterionRoute,
  updateCriterionRoute,
} from '../../contract/index.ts'

/** Makes a question about leads or changes one. */
export const CriterionDialog = ({ criterion, onClose }: { criterion?: Criterion; onClose: () => void }) => {
  const t = useT()
  const form = useSchemaForm(CriterionInput, {
    question: criterion?.question ?? '',
    required: criterion?.required ?? false,
    options: criterion?.options ?? [newOption(), newOption()],
  })
  const { control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'options', keyName: 'key' })
  const submit = useSubmit(form, async (body) => {
    await (criterion
      ? callApi(updateCriterionRoute, { params: { id: criterion.id }, body })
      : callApi(createCriterionRoute, { body }))
    await invalidateTopics(['leads', 'parties'])
    onClose()
  })
  return (
    <FormDialog
      title={t(criterion ? 'leads.ui.editQuestion' : 'leads.ui.addQuestion')}
      submit={submit}
      onClose={onClose}
      columns={1}
    >
      <FormField control={control} name="question">
        {(field) => <TextField {...field} label={t('leads.ui.question')} isRequired maxLength={200} />}
      </FormField>
      <FormField control={control} name="required">
        {({ value, onChange }) => (
          <Checkbox value={value} onChange={onChange}>
            {t('leads.ui.required')}
          </Checkbox>
        )}
      </FormField>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-body font-medium">{t('leads.ui.answers')}</legend>
        {fields.map((option, index) => (
          <span key={option.key} className="flex items-end gap-2">
            <FormField control={control} name={`options.${index}.label`}>
              {(field) => (
                <TextField
                  {...field}
                  label={t('leads.ui.answer')}
                  className="min-w-0 flex-1"
                  maxLength={200}
                />
              )}
            </FormField>
            <FormField control={control} name={`options.${index}.points`}>
              {({ value, onChange, ...field }) => (
                <NumberField
                  {...field}
                  className="w-28"
                  label={t('leads.ui.points')}
                  minValue={-1000}
                  maxValue={1000}
                  value={value}
                  onChange={(points) => onChange(points ?? 0)}
                />
              )}
            </FormField>
            <IconButton
              label={t('leads.ui.removeAnswer', { name: option.label })}
              icon={<Trash2 />}
              kind="danger"
              isDisabled={fields.length <= 2}
              onPress={() => remove(index)}
            />
          </span>
        ))}
        <Button
          size="small"
          kind="quiet"
          className="self-start"
          icon={<Plus size={16} aria-hidden />}
          onPress={() => append(newOption())}
        >
          {t('leads.ui.addAnswer')}
        </Button>
      </fieldset>
    </FormDialog>
  )
}

const newOption = () => ({ id: newId(), label: '', points: 0 })
