import { Id, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { QuestionType, ScriptQuestion } from './scripts.ts'
import { ScriptAnswer } from './walk-script.ts'

/** One call by a script: `open` until it comes to an outcome; going back opens it again. */
export const RunState = z.enum(['open', 'done'])
export type RunState = z.infer<typeof RunState>

/** A step of the way that the answers made, the waiting one last. */
export const RunStep = z.object({
  id: z.string(),
  title: z.string(),
  /** What is said, with the values of party and user. */
  text: z.string(),
  question: ScriptQuestion.nullable(),
  isPassed: z.boolean(),
  answer: ScriptAnswer,
})
export type RunStep = z.infer<typeof RunStep>

/** An answer for reading, in the reader's language. */
export const ShownAnswer = z.object({
  stepId: z.string(),
  question: z.string(),
  answer: z.string(),
})

export const RunOutcome = z.object({ id: z.string(), label: z.string(), resultId: Id.nullable() })

/** A run as lists and the call's record show it. */
export const ScriptRunRow = z.object({
  id: Id,
  script: Ref,
  edition: z.number().int(),
  party: Ref.nullable(),
  activity: Ref.nullable(),
  user: Ref,
  state: RunState,
  outcome: RunOutcome.nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  answers: z.array(ShownAnswer),
  can: z.object({ answer: z.boolean() }),
})
export type ScriptRunRow = z.infer<typeof ScriptRunRow>

export const ScriptRun = ScriptRunRow.extend({ steps: z.array(RunStep) })
export type ScriptRun = z.infer<typeof ScriptRun>

export const StartRun = z.object({
  scriptId: Id,
  partyId: Id.nullable().default(null),
  activityId: Id.nullable().default(null),
})
export type StartRun = z.output<typeof StartRun>

/** How many gave which answer, over all editions. */
export const QuestionReport = z.object({
  stepId: z.string(),
  question: z.string(),
  type: QuestionType,
  answered: z.number().int(),
  options: z.array(z.object({ id: z.string(), label: z.string(), count: z.number().int() })),
  /** Of a question for a number. */
  average: z.number().nullable(),
  smallest: z.number().nullable(),
  largest: z.number().nullable(),
})

export const ScriptReport = z.object({
  runs: z.number().int(),
  done: z.number().int(),
  outcomes: z.array(z.object({ id: z.string(), label: z.string(), count: z.number().int() })),
  questions: z.array(QuestionReport),
})
export type ScriptReport = z.infer<typeof ScriptReport>

/** Days of the firm's time zone, both included. */
export const ReportPeriod = z.object({ from: IsoDate.optional(), to: IsoDate.optional() })
export type ReportPeriod = z.infer<typeof ReportPeriod>
