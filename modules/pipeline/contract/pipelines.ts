import { defineRoute, Id, IdParams, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** What a stage means for the deals that stand in it, whatever the firm calls it. */
export const Outcome = z.enum(['open', 'hold', 'won', 'lost'])
export type Outcome = z.infer<typeof Outcome>

/** Deals that are still worked on. */
export const isRunning = (outcome: Outcome): boolean => outcome === 'open' || outcome === 'hold'

/** Fields of a deal that a stage can ask for. */
export const StageField = z.enum(['amount', 'contactId', 'expectedCloseOn', 'nextFollowUpAt', 'sourceId'])
export type StageField = z.infer<typeof StageField>

/** One of the deal's own fields or of those of the firm, as `custom.<key>`. */
export const RequiredField = z.union([StageField, z.string().regex(/^custom\.[a-z]\w{0,59}$/i)])
export type RequiredField = z.infer<typeof RequiredField>

export const ChecklistItem = z.strictObject({ id: Id, label: z.string().trim().min(1).max(200) })
export type ChecklistItem = z.infer<typeof ChecklistItem>

const stageFields = {
  name: z.string().trim().min(1).max(80),
  outcome: Outcome,
  /** In percent; of won ones 100 and of lost ones 0, whatever is sent. */
  probability: z.number().int().min(0).max(100),
  /** Days after which a deal that still stands here is shown as stale; null for never. */
  staleDays: z.number().int().min(1).max(999).nullable(),
  /** What a deal must have to come here. */
  requiredFields: z.array(RequiredField).max(30),
  /** What must be ticked off to come here. */
  checklist: z.array(ChecklistItem).max(30),
}

export const Stage = z.object({ id: Id, ...stageFields })
export type Stage = z.infer<typeof Stage>

/** A stage with an id is changed, one without is new. */
export const StageInput = z.strictObject({
  ...stageFields,
  id: Id.optional(),
  staleDays: stageFields.staleDays.default(null),
  requiredFields: stageFields.requiredFields.default([]),
  checklist: stageFields.checklist.default([]),
})
export type StageInput = z.output<typeof StageInput>

export const Pipeline = z.object({
  id: Id,
  name: z.string(),
  /** Whose deals these are where the deal itself does not say. */
  team: Ref.nullable(),
  /** In order; closed ones last. */
  stages: z.array(Stage),
  archivedAt: z.string().nullable(),
  version: z.number().int(),
})
export type Pipeline = z.infer<typeof Pipeline>

/** Every pipeline begins with open stages and can be won and lost. */
function checkStages(stages: readonly StageInput[] | undefined, ctx: z.core.$RefinementCtx): void {
  if (!stages) return
  for (const outcome of ['open', 'won', 'lost'] as const)
    if (!stages.some((stage) => stage.outcome === outcome))
      ctx.addIssue(issue(`pipeline.needs.${outcome}`, ['stages']))
  if (stages[0]?.outcome !== 'open') ctx.addIssue(issue('pipeline.firstNotOpen', ['stages']))
  const names = stages.map(({ name }) => name)
  if (new Set(names).size < names.length) ctx.addIssue(issue('pipeline.stageTwice', ['stages']))
}

const pipelineFields = {
  name: z.string().trim().min(1).max(80),
  teamId: Id.nullable(),
  stages: z.array(StageInput).min(1).max(30),
}

export const CreatePipeline = z
  .strictObject({ ...pipelineFields, teamId: pipelineFields.teamId.default(null) })
  .superRefine(({ stages }, ctx) => checkStages(stages, ctx))
export type CreatePipeline = z.output<typeof CreatePipeline>

/** Only what is sent changes; stages are sent whole, in order. */
export const PipelineChange = z
  .strictObject(pipelineFields)
  .partial()
  .extend({ version: z.number().int(), archived: z.boolean().optional() })
  .superRefine(({ stages }, ctx) => checkStages(stages, ctx))
export type PipelineChange = z.output<typeof PipelineChange>

export const listPipelinesRoute = defineRoute({
  method: 'GET',
  path: '/pipelines',
  summary: 'Pipelines with their stages, archived ones last',
  permission: 'deals.read',
  answer: z.object({ items: z.array(Pipeline) }),
})

export const createPipelineRoute = defineRoute({
  method: 'POST',
  path: '/pipelines',
  summary: 'Make a pipeline with its stages',
  permission: 'pipeline.manage',
  body: CreatePipeline,
  answer: Pipeline,
  status: 201,
  errors: ['pipeline.nameTaken'],
})

export const orderPipelinesRoute = defineRoute({
  method: 'PUT',
  path: '/pipelines/order',
  summary: 'The order of the pipelines, all of them; new deals begin in the first',
  permission: 'pipeline.manage',
  body: z.strictObject({ ids: z.array(Id).min(1).max(100) }),
  answer: z.object({ items: z.array(Pipeline) }),
  errors: ['pipeline.orderIncomplete'],
})

export const updatePipelineRoute = defineRoute({
  method: 'PATCH',
  path: '/pipelines/:id',
  summary: 'Rename, give to a team, archive; stages are sent whole, and those left out must have no deals',
  permission: 'pipeline.manage',
  params: IdParams,
  body: PipelineChange,
  answer: Pipeline,
  errors: ['pipeline.notFound', 'pipeline.nameTaken', 'pipeline.stageInUse', 'pipeline.lastOne'],
})
