import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { TextField } from '@peyvand/ui'
import {
  createListValueRoute,
  type ListValue,
  ListValueInput,
  updateListValueRoute,
} from '../../contract/index.ts'
import { ColorSelect } from '../color-select.tsx'

interface ValueDialogProps {
  list: string
  /** null for a new one. */
  value: ListValue | null
  onClose: () => void
}

export function ValueDialog({ list, value, onClose }: ValueDialogProps) {
  const t = useT()
  const form = useSchemaForm(ListValueInput, {
    labelFa: value?.labelFa ?? '',
    labelEn: value?.labelEn,
    color: value?.color ?? null,
  })
  const submit = useSubmit(form, async (body) => {
    if (value)
      await callApi(updateListValueRoute, {
        params: { id: value.id },
        body: { ...body, version: value.version },
      })
    else await callApi(createListValueRoute, { params: { list }, body })
    await invalidateTopics(['value-lists'])
    onClose()
  })
  const { control } = form
  return (
    <FormDialog
      size="small"
      title={value ? t('customization.ui.editOf', { name: value.labelFa }) : t('customization.ui.lists.add')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="labelFa">
        {(field) => <TextField {...field} label={t('customization.ui.labelFa')} isRequired />}
      </FormField>
      <FormField control={control} name="labelEn">
        {({ value: label, onChange, ...field }) => (
          <TextField
            {...field}
            value={label ?? ''}
            // Left empty, the Persian label stands in.
            onChange={(text) => onChange(text === '' ? undefined : text)}
            label={t('customization.ui.labelEn')}
            description={t('customization.ui.labelEnHint')}
          />
        )}
      </FormField>
      <FormField control={control} name="color">
        {({ value: color, onChange }) => (
          <ColorSelect value={color ?? null} onChange={onChange} isClearable />
        )}
      </FormField>
    </FormDialog>
  )
}
