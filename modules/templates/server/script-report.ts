import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import {
  isChoice,
  type ReportPeriod,
  ScriptDefinition,
  type ScriptReport,
  type ScriptStep,
} from '../contract/index.ts'
import { matchingRuns, type RunFilter } from './run-views.ts'
import { requireScript } from './script-access.ts'

/**
 * Counts outcomes and answers of the finished calls that the caller may see, over all editions of a script; a step or
 * option is called as in the newest edition that has it. @throws AppError templates.scriptNotFound (404)
 */
export async function scriptReport(ctx: Ctx, scriptId: string, period: ReportPeriod): Promise<ScriptReport> {
  await requireScript(ctx, scriptId)
  const { steps, outcomes } = await mergedEditions(ctx, scriptId)
  const runs = await countedRuns(ctx, { scriptId, ...period })
  const states = await ctx.db
    .with('runs', () => runs)
    .selectFrom('runs')
    .select(['state', 'outcome', sql<number>`count(*)::int`.as('count')])
    .groupBy(['state', 'outcome'])
    .execute()
  const answered = await answerCounts(ctx, runs)
  const countOf = (rows: typeof states) => rows.reduce((sum, { count }) => sum + count, 0)
  return {
    runs: countOf(states),
    done: countOf(states.filter(({ state }) => state === 'done')),
    outcomes: [...outcomes.values()].map(({ id, label }) => ({
      id,
      label,
      count: countOf(states.filter((row) => row.state === 'done' && row.outcome === id)),
    })),
    questions: [...steps.values()].flatMap((step) => questionReport(step, answered) ?? []),
  }
}

const countedRuns = async (ctx: Ctx, filter: RunFilter) =>
  (await matchingRuns(ctx, filter)).select(['r.id', 'r.state', 'r.outcome'])

interface AnswerCount {
  stepId: string
  /** The option of a choice; null for answers of other questions. */
  optionId: string | null
  count: number
  average: number | null
  smallest: number | null
  largest: number | null
}

/** Of choices, a row per option; of others, a row with the numbers, and per step the row of all that answered. */
async function answerCounts(
  ctx: Ctx,
  runs: Awaited<ReturnType<typeof countedRuns>>,
): Promise<{ byOption: AnswerCount[]; byStep: AnswerCount[] }> {
  const given = ctx.db
    .with('runs', () => runs)
    .selectFrom('scriptAnswers as w')
    .innerJoin('runs', 'runs.id', 'w.runId')
    .where('w.tenantId', '=', ctx.tenantId)
    .where('runs.state', '=', 'done')
    .where(sql<boolean>`w.answer not in ('null', '""', '[]')`)
  const byStep = await given
    .select(['w.stepId', sql<null>`null`.as('optionId'), sql<number>`count(*)::int`.as('count')])
    .select([
      sql<
        number | null
      >`avg((w.answer #>> '{}')::float8) filter (where jsonb_typeof(w.answer) = 'number')`.as('average'),
      sql<
        number | null
      >`min((w.answer #>> '{}')::float8) filter (where jsonb_typeof(w.answer) = 'number')`.as('smallest'),
      sql<
        number | null
      >`max((w.answer #>> '{}')::float8) filter (where jsonb_typeof(w.answer) = 'number')`.as('largest'),
    ])
    .groupBy('w.stepId')
    .execute()
  const byOption = await given
    .innerJoinLateral(
      () =>
        sql<{ optionId: string }>`(select jsonb_array_elements_text(
          case jsonb_typeof(w.answer) when 'array' then w.answer when 'string' then jsonb_build_array(w.answer)
          else '[]'::jsonb end) as option_id)`.as('chosen'),
      (join) => join.onTrue(),
    )
    .where(sql<boolean>`length(chosen.option_id) <= 8`)
    .select([
      'w.stepId',
      sql<string>`chosen.option_id`.as('optionId'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .select([sql<null>`null`.as('average'), sql<null>`null`.as('smallest'), sql<null>`null`.as('largest')])
    .groupBy(['w.stepId', sql`chosen.option_id`])
    .execute()
  return { byOption, byStep }
}

function questionReport(
  { id: stepId, question }: ScriptStep,
  { byOption, byStep }: { byOption: AnswerCount[]; byStep: AnswerCount[] },
): ScriptReport['questions'][number] | null {
  if (!question) return null
  const all = byStep.find((row) => row.stepId === stepId)
  const chosen = byOption.filter((row) => row.stepId === stepId)
  const isNumber = question.type === 'number'
  return {
    stepId,
    question: question.label,
    type: question.type,
    answered: all?.count ?? 0,
    options: isChoice(question.type)
      ? question.options.map(({ id, label }) => ({
          id,
          label,
          count: chosen.find(({ optionId }) => optionId === id)?.count ?? 0,
        }))
      : [],
    average: isNumber ? (all?.average ?? null) : null,
    smallest: isNumber ? (all?.smallest ?? null) : null,
    largest: isNumber ? (all?.largest ?? null) : null,
  }
}

/** Steps and outcomes of all editions, as in the newest that has each; options that went stay countable. */
export async function mergedEditions(ctx: Ctx, scriptId: string) {
  const rows = await ctx.db
    .selectFrom('scriptEditions')
    .select('definition')
    .where('tenantId', '=', ctx.tenantId)
    .where('scriptId', '=', scriptId)
    .orderBy('edition', 'desc')
    .execute()
  const steps = new Map<string, ScriptStep>()
  const outcomes = new Map<string, ScriptDefinition['outcomes'][number]>()
  for (const { definition } of rows) {
    const edition = ScriptDefinition.parse(definition)
    for (const step of edition.steps) steps.set(step.id, withOptionsOf(steps.get(step.id) ?? step, step))
    for (const outcome of edition.outcomes) if (!outcomes.has(outcome.id)) outcomes.set(outcome.id, outcome)
  }
  return { steps, outcomes }
}

function withOptionsOf(newer: ScriptStep, older: ScriptStep): ScriptStep {
  if (!newer.question || newer.question.type !== older.question?.type) return newer
  const known = new Set(newer.question.options.map(({ id }) => id))
  const gone = older.question.options.filter(({ id }) => !known.has(id))
  return { ...newer, question: { ...newer.question, options: [...newer.question.options, ...gone] } }
}
