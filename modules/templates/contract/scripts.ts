import { Id, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Short names inside one script; kept when it is edited, so that answers of all versions are counted together. */
const Key = z.string().regex(/^[a-z0-9]{1,8}$/)
const Line = (max: number) => z.string().trim().min(1).max(max)

/** Where the call goes on: at another step, or with an outcome at its end. */
export const ScriptTarget = z.union([z.strictObject({ step: Key }), z.strictObject({ outcome: Key })])
export type ScriptTarget = z.infer<typeof ScriptTarget>

export const ScriptOption = z.strictObject({
  id: Key,
  label: Line(200),
  /** Goes before the step's own `next`; of several chosen ones the first that has it decides. */
  next: ScriptTarget.nullable().default(null),
})
export type ScriptOption = z.infer<typeof ScriptOption>

export const QuestionType = z.enum(['single', 'multi', 'text', 'number', 'date'])
export type QuestionType = z.infer<typeof QuestionType>

export const isChoice = (type: QuestionType): boolean => type === 'single' || type === 'multi'

export const ScriptQuestion = z.strictObject({
  type: QuestionType,
  label: Line(300),
  required: z.boolean().default(true),
  options: z.array(ScriptOption).max(30).default([]),
})
export type ScriptQuestion = z.infer<typeof ScriptQuestion>

export const ScriptStep = z.strictObject({
  id: Key,
  title: Line(120),
  /** What is said; may carry fields like a template. */
  text: z.string().trim().max(5000).default(''),
  question: ScriptQuestion.nullable().default(null),
  next: ScriptTarget.nullable().default(null),
})
export type ScriptStep = z.infer<typeof ScriptStep>

export const ScriptOutcome = z.strictObject({
  id: Key,
  label: Line(120),
  /** A value of the list `callResults` that the call gets then. */
  resultId: Id.nullable().default(null),
})
export type ScriptOutcome = z.infer<typeof ScriptOutcome>

/** The call begins with the first step. */
export const ScriptDefinition = z
  .strictObject({
    steps: z.array(ScriptStep).min(1).max(100),
    outcomes: z.array(ScriptOutcome).max(30).default([]),
  })
  .superRefine(({ steps, outcomes }, ctx) => {
    refuseRepeated(steps, (at) => ctx.addIssue(issue('templates.repeatedKey', ['steps', at, 'id'])))
    refuseRepeated(outcomes, (at) => ctx.addIssue(issue('templates.repeatedKey', ['outcomes', at, 'id'])))
    for (const [index, { question }] of steps.entries())
      refuseRepeated(question?.options ?? [], (at) =>
        ctx.addIssue(issue('templates.repeatedKey', ['steps', index, 'question', 'options', at, 'id'])),
      )
  })
export type ScriptDefinition = z.output<typeof ScriptDefinition>

const fields = {
  name: Line(120),
  description: z.string().trim().max(1000).nullable(),
  /** Who may run it; empty for everybody. */
  teamIds: z.array(Id).max(50),
  definition: ScriptDefinition,
}

export const ScriptInput = z.object({
  ...fields,
  description: fields.description.default(null),
  teamIds: fields.teamIds.default([]),
  /** In use: offered on calls. Only a script without faults (`checkScript`) can be. */
  active: z.boolean().default(false),
})
export type ScriptInput = z.output<typeof ScriptInput>

export const ScriptChange = z.object(fields).partial().extend({
  version: z.number().int(),
  active: z.boolean().optional(),
  archived: z.boolean().optional(),
})
export type ScriptChange = z.output<typeof ScriptChange>

export const ScriptRow = z.object({
  id: Id,
  name: z.string(),
  description: z.string().nullable(),
  active: z.boolean(),
  archivedAt: z.string().nullable(),
  teams: z.array(Ref),
  /** Of its text: rises when a script is changed that calls were already made by. */
  edition: z.number().int(),
  steps: z.number().int(),
  runs: z.number().int(),
  updatedAt: z.string(),
  updatedBy: Ref.nullable(),
  version: z.number().int(),
})
export type ScriptRow = z.infer<typeof ScriptRow>

export const Script = ScriptRow.extend({
  definition: ScriptDefinition,
  can: z.object({ update: z.boolean() }),
})
export type Script = z.infer<typeof Script>

function refuseRepeated(list: readonly { id: string }[], refuse: (index: number) => void): void {
  const seen = new Set<string>()
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) refuse(index)
    seen.add(id)
  }
}
