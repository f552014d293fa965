import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { TextArea, toast, useFormat } from '@peyvand/ui'
import { type Letter, VoidLetter, voidLetterRoute } from '../../contract/index.ts'
import { letterTopics } from '../topics.ts'

export const VoidDialog = ({ letter, onClose }: { letter: Letter; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const form = useSchemaForm(VoidLetter, { reason: '' })
  const submit = useSubmit(form, async (body) => {
    await callApi(voidLetterRoute, { params: { id: letter.id }, body })
    await invalidateTopics(letterTopics)
    toast({ kind: 'ok', title: t('letters.ui.voided', { number: format.digits(letter.registryNo ?? '') }) })
    onClose()
  })
  return (
    <FormDialog
      size="small"
      title={t('letters.ui.void')}
      action={t('letters.ui.void')}
      isDanger
      hint={t('letters.ui.voidHint')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={form.control} name="reason">
        {(field) => <TextArea {...field} isRequired label={t('letters.ui.voidReason')} minRows={2} />}
      </FormField>
    </FormDialog>
  )
}
