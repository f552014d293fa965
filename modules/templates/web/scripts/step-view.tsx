import { useT } from '@peyvand/platform/web'
import { Button, CheckboxGroup, DatePicker, NumberField, TextArea } from '@peyvand/ui'
import { ArrowRight } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { answerFault, type RunStep, type ScriptAnswer } from '../../contract/index.ts'

interface Props {
  step: RunStep
  /** Which step of the call it is, from 1. */
  number: number
  isPending?: boolean
  /** Left out on the first step. */
  onBack?: (() => void) | undefined
  onAnswer: (answer: ScriptAnswer) => void
}

/** One step of a call: what to say in large letters, the question, and on to the next. */
export const StepView = ({ step, number, isPending = false, onBack, onAnswer }: Props) => {
  const t = useT()
  const { question, title, text } = step
  const [answer, setAnswer] = useState<ScriptAnswer>(step.answer)
  const [fault, setFault] = useState<string | null>(null)
  const go = (given: ScriptAnswer) => {
    const code = answerFault(question, given)
    setFault(code)
    if (!code) onAnswer(given)
  }
  // A number is taken over while Enter goes down, so it is sent when the key comes up.
  const onKeyUp = ({ key, target, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === 'Enter' && target instanceof HTMLInputElement && !ctrlKey && !metaKey) go(answer)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter goes on from any field
    <div className="flex flex-col gap-3" onKeyUp={onKeyUp}>
      <p className="text-meta font-medium text-muted">{t('templates.ui.stepNumber', { number, title })}</p>
      {text && (
        <p dir="auto" className="text-dialog whitespace-pre-line">
          {text}
        </p>
      )}
      {question?.type === 'single' ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-medium">{question.label}</legend>
          <div className="flex flex-wrap gap-2">
            {question.options.map(({ id, label }) => (
              <Button
                key={id}
                kind={step.answer === id ? 'primary' : 'secondary'}
                isDisabled={isPending}
                onPress={() => go(id)}
              >
                {label}
              </Button>
            ))}
          </div>
        </fieldset>
      ) : (
        question && (
          <AnswerField
            question={question}
            value={answer}
            onChange={(next) => {
              setAnswer(next)
              setFault(null)
            }}
            errorMessage={fault ? t(`error.${fault}`) : undefined}
          />
        )
      )}
      <div className="flex items-center gap-2">
        {(question?.type !== 'single' || !question.required) && (
          <Button
            kind="primary"
            isPending={isPending}
            onPress={() => go(question?.type === 'single' ? null : answer)}
          >
            {t(question?.type === 'single' ? 'templates.ui.skip' : 'templates.ui.goOn')}
          </Button>
        )}
        {onBack && (
          <Button
            kind="quiet"
            icon={<ArrowRight size={16} className="ltr:-scale-x-100" aria-hidden />}
            isDisabled={isPending}
            onPress={onBack}
          >
            {t('templates.ui.back')}
          </Button>
        )}
      </div>
    </div>
  )
}

interface AnswerFieldProps {
  question: NonNullable<RunStep['question']>
  value: ScriptAnswer
  onChange: (answer: ScriptAnswer) => void
  errorMessage: string | undefined
}

const AnswerField = ({ question, value, onChange, errorMessage }: AnswerFieldProps) => {
  const field = { label: question.label, isRequired: question.required, errorMessage }
  switch (question.type) {
    case 'multi':
      return (
        <CheckboxGroup
          {...field}
          options={question.options}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        />
      )
    case 'number':
      return (
        <NumberField
          {...field}
          hideStepper
          className="max-w-60"
          formatOptions={{ maximumFractionDigits: 6 }}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      )
    case 'date':
      return (
        <DatePicker
          {...field}
          isClearable
          className="max-w-60"
          value={typeof value === 'string' && value ? value : null}
          onChange={onChange}
        />
      )
    default:
      return (
        <TextArea
          {...field}
          minRows={2}
          maxLength={5000}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      )
  }
}
