import { type CustomSection, CustomSectionInput } from '@peyvand/platform/contract'
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
import { createCustomSectionRoute, updateCustomSectionRoute } from '../../contract/index.ts'

type Props = {
  record: string
  /** null for a new one. */
  section: CustomSection | null
  onClose: () => void
}

/** The title of a section of forms, in both languages. */
export const SectionDialog = ({ record, section, onClose }: Props) => {
  const t = useT()
  const formId = useId()
  const form = useSchemaForm(CustomSectionInput, {
    record,
    titleFa: section?.titleFa ?? '',
    titleEn: section?.titleEn ?? '',
  })
  const { control } = form
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    if (section) {
      const { titleFa, titleEn } = body
      await callApi(updateCustomSectionRoute, {
        params: { id: section.id },
        body: { version: section.version, titleFa, titleEn },
      })
    } else await callApi(createCustomSectionRoute, { body })
    await invalidateTopics(['custom-fields'])
    onClose()
  })
  return (
    <Dialog
      isOpen
      size="small"
      title={
        section ? t('customization.ui.editOf', { name: section.titleFa }) : t('customization.ui.sections.new')
      }
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
        <FormField control={control} name="titleFa">
          {(bound) => <TextField {...bound} label={t('customization.ui.labelFa')} isRequired />}
        </FormField>
        <FormField control={control} name="titleEn">
          {(bound) => <TextField {...bound} label={t('customization.ui.labelEn')} isRequired />}
        </FormField>
      </form>
    </Dialog>
  )
}
