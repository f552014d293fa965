import { useT } from '@peyvand/platform/web'
import { Button, IconButton, TextField } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import type { ScriptOption, ScriptQuestion } from '../../contract/index.ts'
import { freshKey, withStep } from './script-draft.ts'
import type { StepEditorProps } from './step-editor.tsx'
import { TargetSelect } from './target-select.tsx'

type Props = Omit<StepEditorProps, 'merge'> & { question: ScriptQuestion }

/** The options of a choice, each with the step that it leads to. */
export const OptionsEditor = ({ definition, step, question, faults, onChange, onNewStep }: Props) => {
  const t = useT()
  const { options } = question
  const put = (next: ScriptOption[]) =>
    onChange(
      withStep(definition, step.id, (before) => ({ ...before, question: { ...question, options: next } })),
    )
  const change = (id: string, part: Partial<ScriptOption>) =>
    put(options.map((option) => (option.id === id ? { ...option, ...part } : option)))
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{t('templates.ui.options')}</p>
      <ul className="flex flex-col gap-2">
        {options.map((option, index) => (
          <li
            key={option.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
          >
            <TextField
              aria-label={t('templates.ui.optionNumber', { number: index + 1 })}
              placeholder={t('templates.ui.optionNumber', { number: index + 1 })}
              maxLength={200}
              value={option.label}
              onChange={(label) => change(option.id, { label })}
            />
            <div className="max-sm:col-start-1 max-sm:row-start-2">
              <TargetSelect
                aria-label={t('templates.ui.optionLeadsTo', { label: option.label })}
                definition={definition}
                stepId={step.id}
                value={option.next}
                placeholder={t('templates.ui.optionGoesOn')}
                isFaulty={faults.some(({ optionId }) => optionId === option.id)}
                onChange={(next) => change(option.id, { next })}
                onNewStep={() =>
                  onNewStep((after, stepId) =>
                    withStep(after, step.id, (before) => ({
                      ...before,
                      question: before.question && {
                        ...before.question,
                        options: before.question.options.map((one) =>
                          one.id === option.id ? { ...one, next: { step: stepId } } : one,
                        ),
                      },
                    })),
                  )
                }
              />
            </div>
            <IconButton
              label={t('templates.ui.removeOption', { label: option.label })}
              icon={<Trash2 />}
              kind="danger"
              onPress={() => put(options.filter(({ id }) => id !== option.id))}
            />
          </li>
        ))}
      </ul>
      <span>
        <Button
          size="small"
          icon={<Plus size={16} aria-hidden />}
          isDisabled={options.length >= 30}
          onPress={() => put([...options, { id: freshKey('a', options), label: '', next: null }])}
        >
          {t('templates.ui.addOption')}
        </Button>
      </span>
      {faults.some(({ code }) => code === 'noOptions') && (
        <p className="text-meta text-bad">{t('templates.ui.fault.noOptions')}</p>
      )}
    </div>
  )
}
