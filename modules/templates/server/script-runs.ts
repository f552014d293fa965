import { partyIdsOf, requireActivity } from '@peyvand/activities/server'
import { requireParty } from '@peyvand/parties/server'
import { cleanBody } from '@peyvand/persian'
import {
  AppError,
  badField,
  type Ctx,
  forbidden,
  json,
  newId,
  requirePermission,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import {
  answerFault,
  type ScriptAnswer,
  type ScriptDefinition,
  type ScriptRun,
  type StartRun,
  walkScript,
} from '../contract/index.ts'
import { setCallResult } from './call-result.ts'
import { answersOf, getRun, shownAnswer } from './run-views.ts'
import { mayAnswer, type RunRecord, requireRun, requireScript } from './script-access.ts'
import { definitionOf } from './script-queries.ts'

/**
 * Begins a call by a script. An open run of the caller's with this script for the same call (or, before the call is
 * recorded, the same party) is gone on with.
 * @throws AppError templates.scriptNotFound, notFound (the party), activities.notFound (404),
 * templates.scriptNotActive (409)
 */
export async function startRun(ctx: Ctx, { scriptId, partyId, activityId }: StartRun): Promise<ScriptRun> {
  requirePermission(ctx, 'templates.use')
  const { userId } = ctx.actor
  if (!userId) throw forbidden()
  const script = await requireScript(ctx, scriptId)
  if (!script.active || script.archivedAt) throw new AppError('templates.scriptNotActive', { status: 409 })
  if (partyId) await requireParty(ctx, partyId)
  if (activityId) await requireCall(ctx, activityId)
  const open = await ctx.db
    .selectFrom('scriptRuns')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('scriptId', '=', scriptId)
    .where('userId', '=', userId)
    .where('state', '=', 'open')
    .where(sql<boolean>`activity_id is not distinct from ${activityId}::uuid`)
    .where(sql<boolean>`party_id is not distinct from ${partyId}::uuid`)
    .executeTakeFirst()
  if (open) return getRun(ctx, open.id)
  const id = newId()
  await ctx.db
    .insertInto('scriptRuns')
    .values({
      tenantId: ctx.tenantId,
      id,
      scriptId,
      edition: script.edition,
      partyId,
      activityId,
      userId,
      state: 'open',
      outcome: null,
      startedAt: ctx.now().toISOString(),
      finishedAt: null,
    })
    .execute()
  ctx.audit({ action: 'create', record: 'scriptRuns', recordId: id, label: script.name })
  return getRun(ctx, id)
}

/**
 * Answers a step of the way, the waiting one or one passed before. Answers of a way that is left stay until the call
 * comes to its outcome, in case it is come back to; the outcome sets the result of a recorded call.
 * @throws AppError templates.runNotFound (404), forbidden (403), templates.notOnWay (409), badInput (400) at `answer`
 */
export async function answerStep(
  ctx: Ctx,
  { id, stepId, answer: given }: { id: string; stepId: string; answer: ScriptAnswer },
): Promise<ScriptRun> {
  const run = await ownRun(ctx, id)
  const definition = await definitionOf(ctx, { id: run.scriptId, edition: run.edition })
  const before = (await answersOf(ctx, [id])).get(id) ?? {}
  const way = walkScript(definition, before)
  const step = definition.steps.find((one) => one.id === stepId)
  if (!step || !(way.current === stepId || way.passed.includes(stepId)))
    throw new AppError('templates.notOnWay', { status: 409 })
  const answer = typeof given === 'string' ? cleanBody(given) : given
  const fault = answerFault(step.question, answer)
  if (fault) throw badField('answer', fault)
  await storeAnswer(ctx, { run, stepId, answer })
  const outcome = await settle(ctx, run, { definition, answers: { ...before, [stepId]: answer } })
  ctx.audit({
    action: 'update',
    record: 'scriptRuns',
    recordId: id,
    label: step.question?.label ?? step.title,
    changes: {
      [stepId]: {
        from: Object.hasOwn(before, stepId) ? shownAnswer(ctx, step, before[stepId] ?? null) : null,
        to: shownAnswer(ctx, step, answer),
      },
    },
  })
  if (run.activityId) {
    await setCallResult(ctx, { activityId: run.activityId, resultId: outcome?.resultId ?? null })
    ctx.live({ topic: 'activities', id: run.activityId })
  }
  return getRun(ctx, id)
}

/**
 * Keeps the answers with the call that was recorded after it.
 * @throws AppError templates.runNotFound, activities.notFound (404), forbidden (403), templates.runAttached (409)
 */
export async function attachRun(ctx: Ctx, id: string, activityId: string): Promise<ScriptRun> {
  const run = await ownRun(ctx, id)
  if (run.activityId === activityId) return getRun(ctx, id)
  if (run.activityId) throw new AppError('templates.runAttached', { status: 409 })
  await requireCall(ctx, activityId)
  const [firstParty = null] = await partyIdsOf(ctx, activityId)
  await ctx.db
    .updateTable('scriptRuns')
    .set({ activityId, partyId: run.partyId ?? firstParty })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'scriptRuns',
    recordId: id,
    changes: { activityId: { to: activityId } },
  })
  ctx.live({ topic: 'activities', id: activityId })
  return getRun(ctx, id)
}

/** @throws AppError templates.runNotFound (404), forbidden (403), templates.runAttached (409) */
export async function dropRun(ctx: Ctx, id: string): Promise<void> {
  const run = await ownRun(ctx, id)
  if (run.activityId) throw new AppError('templates.runAttached', { status: 409 })
  await ctx.db.deleteFrom('scriptRuns').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({ action: 'delete', record: 'scriptRuns', recordId: id })
}

async function ownRun(ctx: Ctx, id: string): Promise<RunRecord> {
  const run = await requireRun(ctx, id, { lock: true })
  if (!mayAnswer(ctx, run)) throw forbidden()
  return run
}

/** @throws AppError activities.notFound (404), badInput (400) at `activityId` for what is no call */
async function requireCall(ctx: Ctx, activityId: string): Promise<void> {
  const { kind } = await requireActivity(ctx, activityId)
  if (kind !== 'call') throw badField('activityId', 'templates.notACall')
}

async function storeAnswer(
  ctx: Ctx,
  { run, stepId, answer }: { run: RunRecord; stepId: string; answer: ScriptAnswer },
): Promise<void> {
  const values = { answer: json(answer), answeredAt: ctx.now().toISOString() }
  await ctx.db
    .insertInto('scriptAnswers')
    .values({ tenantId: ctx.tenantId, runId: run.id, stepId, ...values })
    .onConflict((oc) => oc.columns(['tenantId', 'runId', 'stepId']).doUpdateSet(values))
    .execute()
}

/** Notes where the answers have led and answers the outcome; there, answers beside the way go. */
async function settle(
  ctx: Ctx,
  run: RunRecord,
  { definition, answers }: { definition: ScriptDefinition; answers: Record<string, ScriptAnswer> },
): Promise<ScriptDefinition['outcomes'][number] | undefined> {
  const { passed, current, outcome } = walkScript(definition, answers)
  const isDone = current === null
  await ctx.db
    .updateTable('scriptRuns')
    .set({
      state: isDone ? 'done' : 'open',
      outcome,
      finishedAt: isDone ? (run.finishedAt ?? ctx.now().toISOString()) : null,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', run.id)
    .execute()
  if (!isDone) return undefined
  await ctx.db
    .deleteFrom('scriptAnswers')
    .where('tenantId', '=', ctx.tenantId)
    .where('runId', '=', run.id)
    .where('stepId', 'not in', passed)
    .execute()
  return definition.outcomes.find(({ id }) => id === outcome)
}
