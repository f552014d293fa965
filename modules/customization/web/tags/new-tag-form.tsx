import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, TextField } from '@peyvand/ui'
import { createTagRoute, TagInput } from '../../contract/index.ts'

export function NewTagForm() {
  const t = useT()
  const form = useSchemaForm(TagInput, { name: '' })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(createTagRoute, { body })
    form.reset()
    await invalidateTopics(['tags'])
  })
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-wrap items-start gap-2">
      <FormField control={form.control} name="name">
        {(field) => (
          <TextField
            {...field}
            aria-label={t('customization.ui.tags.new')}
            placeholder={t('customization.ui.tags.new')}
            className="w-60"
          />
        )}
      </FormField>
      <Button kind="primary" type="submit" isPending={isPending}>
        {t('customization.ui.add')}
      </Button>
      <FormFault error={fault} />
    </form>
  )
}
