import { IsoDate } from '@peyvand/platform/contract'
import { z } from 'zod'
import { isChoice, type ScriptDefinition, type ScriptQuestion, type ScriptStep } from './scripts.ts'

/** An option's id, several of them, a text, a number or a day; null where a step was passed without one. */
export const ScriptAnswer = z.union([
  z.string().trim().max(5000),
  z.number().min(-1e15).max(1e15),
  z.array(z.string().max(8)).max(30),
  z.null(),
])
export type ScriptAnswer = z.infer<typeof ScriptAnswer>

/** Answers by step; a step that is not in it was not passed yet. */
export type ScriptAnswers = Readonly<Record<string, ScriptAnswer>>

export interface ScriptWay {
  /** Passed steps in order. */
  passed: string[]
  /** The step that waits for its answer; null at the end. */
  current: string | null
  /** The outcome that was reached. */
  outcome: string | null
}

/** The way through a script that the answers make. Answers beside the way change nothing. */
export function walkScript({ steps }: ScriptDefinition, answers: ScriptAnswers): ScriptWay {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const passed: string[] = []
  let step = steps[0]
  while (step && !passed.includes(step.id)) {
    if (!Object.hasOwn(answers, step.id)) return { passed, current: step.id, outcome: null }
    const answer = answers[step.id] ?? null
    passed.push(step.id)
    const target = nextOf(step, answer)
    if (target && 'outcome' in target) return { passed, current: null, outcome: target.outcome }
    step = target ? byId.get(target.step) : undefined
  }
  return { passed, current: null, outcome: null }
}

/** Whether an answer fits its question: a code of a fault, or null. */
export function answerFault(question: ScriptQuestion | null, answer: ScriptAnswer): string | null {
  if (isEmpty(answer)) return question?.required ? 'required' : null
  if (!question) return 'templates.noQuestion'
  const { type, options } = question
  const known = (id: unknown) => options.some((option) => option.id === id)
  switch (type) {
    case 'single':
      return known(answer) ? null : 'option'
    case 'multi':
      return Array.isArray(answer) && answer.every(known) ? null : 'option'
    case 'number':
      return typeof answer === 'number' ? null : 'invalid'
    case 'date':
      return IsoDate.safeParse(answer).success ? null : 'date'
    case 'text':
      return typeof answer === 'string' ? null : 'invalid'
  }
}

const isEmpty = (answer: ScriptAnswer) =>
  answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)

function nextOf({ question, next }: ScriptStep, answer: ScriptAnswer) {
  if (!question || !isChoice(question.type)) return next
  const chosen = Array.isArray(answer) ? answer : [answer]
  return question.options.find((option) => option.next && chosen.includes(option.id))?.next ?? next
}
