import { useT } from '@peyvand/platform/web'
import { Card, IconButton, Select, Switch, TextField } from '@peyvand/ui'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import {
  isChoice,
  QuestionType,
  type ScriptDefinition,
  type ScriptFault,
  type ScriptQuestion,
  type ScriptStep,
} from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { TemplateTextField } from '../text/template-text-field.tsx'
import { OptionsEditor } from './options-editor.tsx'
import { movedStep, withoutStep, withStep } from './script-draft.ts'
import { TargetSelect } from './target-select.tsx'

export interface StepEditorProps {
  definition: ScriptDefinition
  step: ScriptStep
  faults: readonly ScriptFault[]
  merge: MergeFields
  onChange: (definition: ScriptDefinition) => void
  /** Makes a step after this one; `link` puts the way to it into the definition. */
  onNewStep: (link: (definition: ScriptDefinition, id: string) => ScriptDefinition) => void
}

/** One step: what is said, what is asked, and where each answer leads. */
export const StepEditor = ({ definition, step, faults, merge, onChange, onNewStep }: StepEditorProps) => {
  const t = useT()
  const { id, question } = step
  const change = (part: Partial<ScriptStep>) =>
    onChange(withStep(definition, id, (before) => ({ ...before, ...part })))
  const own = faults.filter(({ stepId }) => stepId === id)
  const index = definition.steps.findIndex((one) => one.id === id)
  const choice = question !== null && isChoice(question.type)
  return (
    <Card
      title={step.title || t('templates.ui.untitledStep')}
      actions={
        <>
          <IconButton
            label={t('templates.ui.moveUp')}
            icon={<ArrowUp />}
            isDisabled={index === 0}
            onPress={() => onChange(movedStep(definition, id, -1))}
          />
          <IconButton
            label={t('templates.ui.moveDown')}
            icon={<ArrowDown />}
            isDisabled={index === definition.steps.length - 1}
            onPress={() => onChange(movedStep(definition, id, 1))}
          />
          <IconButton
            label={t('templates.ui.removeStep')}
            icon={<Trash2 />}
            kind="danger"
            isDisabled={definition.steps.length === 1}
            onPress={() => onChange(withoutStep(definition, id))}
          />
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <TextField
          label={t('templates.ui.stepTitle')}
          isRequired
          maxLength={120}
          value={step.title}
          onChange={(title) => change({ title })}
        />
        <TemplateTextField
          label={t('templates.ui.stepText')}
          minRows={3}
          merge={merge}
          value={step.text}
          onChange={(text) => change({ text })}
        />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] items-start gap-3.5">
          <Select
            label={t('templates.ui.answerType')}
            placeholder={t('templates.ui.noQuestion')}
            isClearable
            value={question?.type ?? null}
            options={QuestionType.options.map((type) => ({
              id: type,
              label: t(`templates.ui.question.${type}`),
            }))}
            onChange={(type) => change({ question: type && asked(question, type) })}
          />
          {question && (
            <TextField
              label={t('templates.ui.question')}
              isRequired
              maxLength={300}
              description={t('templates.ui.questionHint')}
              value={question.label}
              onChange={(label) => change({ question: { ...question, label } })}
            />
          )}
        </div>
        {question && (
          <Switch
            value={question.required}
            onChange={(required) => change({ question: { ...question, required } })}
          >
            {t('templates.ui.required')}
          </Switch>
        )}
        {choice && (
          <OptionsEditor
            definition={definition}
            step={step}
            question={question}
            faults={own}
            onChange={onChange}
            onNewStep={onNewStep}
          />
        )}
        <TargetSelect
          label={t(choice ? 'templates.ui.otherwise' : 'templates.ui.then')}
          definition={definition}
          stepId={id}
          value={step.next}
          placeholder={t('templates.ui.noTarget')}
          isFaulty={own.some(
            ({ code, optionId }) => code === 'noEnd' || (code === 'unknownTarget' && !optionId),
          )}
          onChange={(next) => change({ next })}
          onNewStep={() =>
            onNewStep((after, stepId) =>
              withStep(after, id, (before) => ({ ...before, next: { step: stepId } })),
            )
          }
        />
      </div>
    </Card>
  )
}

/** The question in another type; its options stay where choices are asked for. */
const asked = (question: ScriptQuestion | null, type: QuestionType): ScriptQuestion => ({
  type,
  label: question?.label ?? '',
  required: question?.required ?? true,
  options: isChoice(type) ? (question?.options ?? []) : [],
})
