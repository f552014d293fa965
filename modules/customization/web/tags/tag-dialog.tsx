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
import { type Tag, TagChange, updateTagRoute } from '../../contract/index.ts'
import { ColorSelect } from '../color-select.tsx'

export function TagDialog({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const t = useT()
  const form = useSchemaForm(TagChange, { version: tag.version, name: tag.name, color: tag.color })
  const submit = useSubmit(form, async (body) => {
    await callApi(updateTagRoute, { params: { id: tag.id }, body })
    await invalidateTopics(['tags', 'parties', 'activities'])
    onClose()
  })
  return (
    <FormDialog
      size="small"
      title={t('customization.ui.editOf', { name: tag.name })}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={form.control} name="name">
        {(field) => (
          <TextField {...field} value={field.value ?? ''} label={t('customization.ui.name')} isRequired />
        )}
      </FormField>
      <FormField control={form.control} name="color">
        {({ value, onChange }) => (
          <ColorSelect value={value ?? null} onChange={(color) => color && onChange(color)} />
        )}
      </FormField>
    </FormDialog>
  )
}
