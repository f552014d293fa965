import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Dialog, TextField } from '@peyvand/ui'
import { useId } from 'react'
import { type Tag, TagChange, updateTagRoute } from '../../contract/index.ts'
import { ColorSelect } from '../color-select.tsx'

export function TagDialog({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const t = useT()
  const formId = useId()
  const form = useSchemaForm(TagChange, { version: tag.version, name: tag.name, color: tag.color })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(updateTagRoute, { params: { id: tag.id }, body })
    await invalidateTopics(['tags', 'parties', 'activities'])
    onClose()
  })
  return (
    <Dialog
      isOpen
      size="small"
      title={t('customization.ui.editOf', { name: tag.name })}
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
      <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <FormFault error={fault} />
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
      </form>
    </Dialog>
  )
}
