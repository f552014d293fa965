import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { RadioGroup } from '@peyvand/ui'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { Answers, answerCriteriaRoute, type Lead, scoreOf } from '../../contract/index.ts'
import { leadTopics } from './lead-topics.ts'

type Props = { lead: Lead; onClose: () => void }

const Values = z.object({ answers: Answers })

/** The firm's questions about a lead, with the sum as it grows. */
export const AnswersDialog = ({ lead, onClose }: Props) => {
  const t = useT()
  const { criteria } = lead
  const form = useSchemaForm(Values, { answers: lead.answers })
  const answers = useWatch({ control: form.control, name: 'answers' })
  const submit = useSubmit(form, async (values) => {
    const body = { version: lead.version, answers: values.answers }
    await callApi(answerCriteriaRoute, { params: { id: lead.id }, body })
    await invalidateTopics(leadTopics)
    onClose()
  })
  const score = scoreOf(criteria, answers)
  return (
    <FormDialog
      title={t('leads.ui.questions')}
      submit={submit}
      onClose={onClose}
      columns={1}
      isIncomplete={criteria.length === 0}
      hint={criteria.length === 0 ? t('leads.ui.noQuestions') : undefined}
    >
      {criteria.map(({ id, question, options, required }) => (
        <FormField key={id} control={form.control} name="answers">
          {({ value, onChange }) => (
            <RadioGroup
              label={question}
              isRequired={required}
              value={value[id] ?? null}
              onChange={(chosen) => chosen && onChange({ ...value, [id]: chosen })}
              options={options.map((option) => ({
                id: option.id,
                label: t('leads.ui.pointsOf', { label: option.label, points: option.points }),
              }))}
            />
          )}
        </FormField>
      ))}
      {score !== null && (
        <p className="font-medium" aria-live="polite">
          {t('leads.ui.score', { score })}
          {lead.fitFrom !== null && ` · ${t('leads.ui.fitFromNote', { sum: lead.fitFrom })}`}
        </p>
      )}
    </FormDialog>
  )
}
