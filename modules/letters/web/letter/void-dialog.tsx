import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Dialog, TextArea, toast, useFormat } from '@peyvand/ui'
import { useId } from 'react'
import { type Letter, VoidLetter, voidLetterRoute } from '../../contract/index.ts'
import { letterTopics } from '../topics.ts'

export const VoidDialog = ({ letter, onClose }: { letter: Letter; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const formId = useId()
  const form = useSchemaForm(VoidLetter, { reason: '' })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(voidLetterRoute, { params: { id: letter.id }, body })
    await invalidateTopics(letterTopics)
    toast({ kind: 'ok', title: t('letters.ui.voided', { number: format.digits(letter.registryNo ?? '') }) })
    onClose()
  })
  return (
    <Dialog
      isOpen
      size="small"
      title={t('letters.ui.void')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="danger" type="submit" form={formId} isPending={isPending}>
            {t('letters.ui.void')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <FormFault error={fault} />
        <p className="text-prose">{t('letters.ui.voidHint')}</p>
        <FormField control={form.control} name="reason">
          {(field) => <TextArea {...field} isRequired label={t('letters.ui.voidReason')} minRows={2} />}
        </FormField>
      </form>
    </Dialog>
  )
}
