import { isChoice, type ScriptDefinition, type ScriptStep, type ScriptTarget } from './scripts.ts'

/** What keeps a script from being used, at the step (and option) where it is to be mended. */
export interface ScriptFault {
  code: 'noEnd' | 'unreachable' | 'loop' | 'noOptions' | 'unknownTarget'
  stepId: string
  optionId?: string
}

/** All faults of a script: every way must come to an outcome, every step must be on one, and none twice. */
export function checkScript(definition: ScriptDefinition): ScriptFault[] {
  const steps = new Map(definition.steps.map((step) => [step.id, step]))
  const outcomes = new Set(definition.outcomes.map(({ id }) => id))
  const isKnown = (target: ScriptTarget) =>
    'step' in target ? steps.has(target.step) : outcomes.has(target.outcome)
  const faults = definition.steps.flatMap((step) => faultsOfStep(step, isKnown))
  const { reached, loops } = follow(definition, steps)
  const unreached = definition.steps.filter(({ id }) => !reached.has(id))
  return [
    ...faults,
    ...[...loops].map((stepId): ScriptFault => ({ code: 'loop', stepId })),
    ...unreached.map(({ id }): ScriptFault => ({ code: 'unreachable', stepId: id })),
  ]
}

/** Every way on from a step. */
export const targetsOf = ({ question, next }: ScriptStep): ScriptTarget[] =>
  [...(question?.options ?? []).map((option) => option.next), next].filter((target) => target !== null)

function faultsOfStep(step: ScriptStep, isKnown: (target: ScriptTarget) => boolean): ScriptFault[] {
  const { id: stepId, question, next } = step
  const faults: ScriptFault[] = []
  if (question && isChoice(question.type) && question.options.length === 0)
    faults.push({ code: 'noOptions', stepId })
  for (const option of question?.options ?? [])
    if (option.next && !isKnown(option.next))
      faults.push({ code: 'unknownTarget', stepId, optionId: option.id })
  if (next && !isKnown(next)) faults.push({ code: 'unknownTarget', stepId })
  if (!next && needsNext(step)) faults.push({ code: 'noEnd', stepId })
  return faults
}

/** Without a way of its own only where every possible answer has one. */
function needsNext({ question }: ScriptStep): boolean {
  if (!question || !isChoice(question.type) || !question.required) return true
  return question.options.length === 0 || question.options.some(({ next }) => next === null)
}

/** Walks all ways from the first step; a step that leads back to one of its own way closes a loop. */
function follow({ steps: [first] }: ScriptDefinition, steps: ReadonlyMap<string, ScriptStep>) {
  const reached = new Set<string>()
  const loops = new Set<string>()
  const onWay = new Set<string>()
  const visit = (step: ScriptStep) => {
    reached.add(step.id)
    onWay.add(step.id)
    for (const target of targetsOf(step)) {
      const next = 'step' in target ? steps.get(target.step) : undefined
      if (!next) continue
      if (onWay.has(next.id)) loops.add(step.id)
      else if (!reached.has(next.id)) visit(next)
    }
    onWay.delete(step.id)
  }
  if (first) visit(first)
  return { reached, loops }
}
