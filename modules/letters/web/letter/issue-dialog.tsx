import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Checkbox, DatePicker, toast, useFormat } from '@peyvand/ui'
import { IssueLetter, issueLetterRoute, type Letter } from '../../contract/index.ts'
import { letterTopics } from '../topics.ts'

/** Before a letter gets its number: what happens with it. */
export const IssueDialog = ({ letter, onClose }: { letter: Letter; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const { id, version, links } = letter
  const answersAny = links.some(({ relation }) => relation === 'answers')
  const form = useSchemaForm(IssueLetter, { version, settlesAnswered: true, answerExpectedBy: null })
  const submit = useSubmit(form, async (body) => {
    const { registryNo } = await callApi(issueLetterRoute, { params: { id }, body })
    await invalidateTopics(letterTopics)
    toast({ kind: 'ok', title: t('letters.ui.issued', { number: format.digits(registryNo ?? '') }) })
    onClose()
  })
  return (
    <FormDialog
      size="small"
      title={t('letters.ui.issue')}
      action={t('letters.ui.issue')}
      hint={t('letters.ui.issueHint')}
      submit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  )
}
