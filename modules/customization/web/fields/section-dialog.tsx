import { type CustomSection, CustomSectionInput } from '@peyvand/platform/contract'
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
  const form = useSchemaForm(CustomSectionInput, {
    record,
    titleFa: section?.titleFa ?? '',
    titleEn: section?.titleEn ?? '',
  })
  const { control } = form
  const submit = useSubmit(form, async (body) => {
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
    <FormDialog
      size="small"
      title={
        section ? t('customization.ui.editOf', { name: section.titleFa }) : t('customization.ui.sections.new')
      }
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="titleFa">
        {(bound) => <TextField {...bound} label={t('customization.ui.labelFa')} isRequired />}
      </FormField>
      <FormField control={control} name="titleEn">
        {(bound) => <TextField {...bound} label={t('customization.ui.labelEn')} isRequired />}
      </FormField>
    </FormDialog>
  )
}
