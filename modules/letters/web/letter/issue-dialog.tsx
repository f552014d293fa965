import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Checkbox, DatePicker, Dialog, toast, useFormat } from '@peyvand/ui'
import { useId } from 'react'
import { IssueLetter, issueLetterRoute, type Letter } from '../../contract/index.ts'
import { letterTopics } from '../topics.ts'

/** Before a letter gets its number: what happens with it. */
export const IssueDialog = ({ letter, onClose }: { letter: Letter; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const formId = useId()
  const { id, version, links } = letter
  const answersAny = links.some(({ relation }) => relation === 'answers')
  const form = useSchemaForm(IssueLetter, { version, settlesAnswered: true, answerExpectedBy: null })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const { registryNo } = await callApi(issueLetterRoute, { params: { id }, body })
    await invalidateTopics(letterTopics)
    toast({ kind: 'ok', title: t('letters.ui.issued', { number: format.digits(registryNo ?? '') }) })
    onClose()
  })
  return (
    <Dialog
      isOpen
      size="small"
      title={t('letters.ui.issue')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t('letters.ui.issue')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <FormFault error={fault} />
        <p className="text-prose">{t('letters.ui.issueHint')}</p>
        {answersAny && (
          <FormField control={form.control} name="settlesAnswered">
            {(field) => (
              <Checkbox {...field} value={field.value ?? true}>
                {t('letters.ui.settlesAnswered')}
              </Checkbox>
            )}
          </FormField>
        )}
        <FormField control={form.control} name="answerExpectedBy">
          {(field) => (
            <DatePicker
              {...field}
              isClearable
              label={t('letters.ui.answerExpectedBy')}
              description={t('letters.ui.answerExpectedHint')}
            />
          )}
        </FormField>
      </form>
    </Dialog>
  )
}
