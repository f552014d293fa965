import type { ScriptDefinition, ScriptOutcome, ScriptStep, ScriptTarget } from '../../contract/index.ts'

/** A target as the value of a choice, and back. */
export const targetId = (target: ScriptTarget | null): string | null =>
  target && ('step' in target ? `step:${target.step}` : `outcome:${target.outcome}`)

export function targetOf(id: string | null): ScriptTarget | null {
  const [kind, key] = id?.split(':') ?? []
  if (!key) return null
  return kind === 'step' ? { step: key } : { outcome: key }
}

/** A short name that the list does not have yet. */
export function freshKey(prefix: string, list: readonly { id: string }[]): string {
  const taken = new Set(list.map(({ id }) => id))
  let number = list.length + 1
  while (taken.has(`${prefix}${number}`)) number++
  return `${prefix}${number}`
}

export const emptyStep = (id: string, title: string): ScriptStep => ({
  id,
  title,
  text: '',
  question: null,
  next: null,
})

/** Changes one step. */
export const withStep = (
  definition: ScriptDefinition,
  id: string,
  change: (step: ScriptStep) => ScriptStep,
): ScriptDefinition => ({
  ...definition,
  steps: definition.steps.map((step) => (step.id === id ? change(step) : step)),
})

/** Takes a step out; what led to it leads nowhere for now. */
export const withoutStep = (definition: ScriptDefinition, id: string): ScriptDefinition =>
  withoutTarget({ ...definition, steps: definition.steps.filter((step) => step.id !== id) }, (target) =>
    'step' in target ? target.step === id : false,
  )

/** Takes an outcome out; what ended with it leads nowhere for now. */
export const withoutOutcome = (definition: ScriptDefinition, id: string): ScriptDefinition =>
  withoutTarget(
    { ...definition, outcomes: definition.outcomes.filter((outcome) => outcome.id !== id) },
    (target) => ('outcome' in target ? target.outcome === id : false),
  )

export const withOutcome = (
  definition: ScriptDefinition,
  id: string,
  change: Partial<ScriptOutcome>,
): ScriptDefinition => ({
  ...definition,
  outcomes: definition.outcomes.map((outcome) => (outcome.id === id ? { ...outcome, ...change } : outcome)),
})

/** Moves a step by one place; the first step begins the call. */
export function movedStep(definition: ScriptDefinition, id: string, by: 1 | -1): ScriptDefinition {
  const steps = [...definition.steps]
  const from = steps.findIndex((step) => step.id === id)
  const to = from + by
  const [a, b] = [steps[from], steps[to]]
  if (!a || !b) return definition
  steps[from] = b
  steps[to] = a
  return { ...definition, steps }
}

function withoutTarget(
  definition: ScriptDefinition,
  isGone: (target: ScriptTarget) => boolean,
): ScriptDefinition {
  const kept = (target: ScriptTarget | null) => (target && isGone(target) ? null : target)
  return {
    ...definition,
    steps: definition.steps.map((step) => ({
      ...step,
      next: kept(step.next),
      question: step.question && {
        ...step.question,
        options: step.question.options.map((option) => ({ ...option, next: kept(option.next) })),
      },
    })),
  }
}
