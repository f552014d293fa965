import { userName } from '@peyvand/identity/server'
import { canSeeParty, partyName } from '@peyvand/parties/server'
import { addDays, formatDate, formatNumber, joinList, startOfDay } from '@peyvand/persian'
import type { ListQuery } from '@peyvand/platform/contract'
import { anyOf, type Ctx, type ListSource, notFound, runList } from '@peyvand/platform/server'
import { sql } from 'kysely'
import {
  type RunState,
  type RunStep,
  type ScriptAnswer,
  type ScriptAnswers,
  ScriptDefinition,
  type ScriptRun,
  type ScriptRunRow,
  type ScriptStep,
  walkScript,
} from '../contract/index.ts'
import { stepTexts } from './preview-script.ts'
import { mayAnswer, type RunRecord, visibleRuns } from './script-access.ts'

export interface RunFilter {
  /** Days of the firm's time zone, both included. */
  from?: string | undefined
  to?: string | undefined
  scriptId?: string | undefined
  activityId?: string | undefined
  partyId?: string | undefined
  state?: RunState | undefined
  unattached?: 'true' | 'false' | undefined
}

/** Runs that the caller may see, narrowed. */
export async function matchingRuns(
  ctx: Ctx,
  { scriptId, activityId, partyId, state, unattached, from, to }: RunFilter,
) {
  return (await visibleRuns(ctx))
    .$if(scriptId !== undefined, (qb) => qb.where('r.scriptId', '=', scriptId as string))
    .$if(activityId !== undefined, (qb) => qb.where('r.activityId', '=', activityId as string))
    .$if(partyId !== undefined, (qb) => qb.where('r.partyId', '=', partyId as string))
    .$if(state !== undefined, (qb) => qb.where('r.state', '=', state as RunState))
    .$if(unattached === 'true', (qb) => qb.where('r.activityId', 'is', null))
    .$if(from !== undefined, (qb) => qb.where('r.startedAt', '>=', startOfDay(from as string, ctx.timeZone)))
    .$if(to !== undefined, (qb) =>
      qb.where('r.startedAt', '<', startOfDay(addDays(to as string, 1), ctx.timeZone)),
    )
}

/** One page of calls by scripts, with their answers. */
export async function listRuns(
  ctx: Ctx,
  { scriptId, activityId, partyId, state, unattached, from, to, ...query }: ListQuery & RunFilter,
) {
  const rows = await namedRuns(ctx, { scriptId, activityId, partyId, state, unattached, from, to })
  const page = await runList(ctx, { source: runSource, rows, query })
  return { ...page, items: await runRows(ctx, page.items) }
}

/** A call by a script as far as it has gone. @throws AppError templates.runNotFound (404) */
export async function getRun(ctx: Ctx, id: string): Promise<ScriptRun> {
  const row = await (await namedRuns(ctx, {})).where('r.id', '=', id).executeTakeFirst()
  const [view] = row ? await runRows(ctx, [row]) : []
  if (!row || !view) throw notFound('templates.runNotFound')
  const definition = ScriptDefinition.parse(row.definition)
  const answers = (await answersOf(ctx, [id])).get(id) ?? {}
  const seesParty = row.partyId !== null && (await canSeeParty(ctx, row.partyId))
  const texts = await stepTexts(ctx, definition, {
    language: ctx.locale,
    context: { partyId: seesParty ? row.partyId : null, activityId: row.activityId },
  })
  return { ...view, steps: stepsOf(definition, { answers, texts }) }
}

/** Answers of runs by run and step. */
export async function answersOf(ctx: Ctx, runIds: readonly string[]): Promise<Map<string, ScriptAnswers>> {
  const rows = await ctx.db
    .selectFrom('scriptAnswers')
    .select(['runId', 'stepId', 'answer'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`run_id`, runIds))
    .execute()
  const byRun = new Map<string, Record<string, ScriptAnswer>>()
  for (const { runId, stepId, answer } of rows) {
    const answers = byRun.get(runId) ?? {}
    answers[stepId] = answer
    byRun.set(runId, answers)
  }
  return byRun
}

const namedRuns = async (ctx: Ctx, filter: RunFilter) =>
  (await matchingRuns(ctx, filter))
    .innerJoin('scripts as s', (join) =>
      join.onRef('s.tenantId', '=', 'r.tenantId').onRef('s.id', '=', 'r.scriptId'),
    )
    .innerJoin('scriptEditions as e', (join) =>
      join
        .onRef('e.tenantId', '=', 'r.tenantId')
        .onRef('e.scriptId', '=', 'r.scriptId')
        .onRef('e.edition', '=', 'r.edition'),
    )
    .selectAll('r')
    .select([
      's.name as scriptName',
      'e.definition',
      userName(sql`r.user_id`).as('userName'),
      partyName(sql`r.party_id`).as('partyName'),
      sql<string | null>`(select c.subject from activities c
        where c.tenant_id = r.tenant_id and c.id = r.activity_id)`.as('activitySubject'),
    ])

type NamedRun = RunRecord & {
  scriptName: string
  definition: unknown
  userName: string | null
  partyName: string | null
  activitySubject: string | null
}

async function runRows(ctx: Ctx, rows: readonly NamedRun[]): Promise<ScriptRunRow[]> {
  const answers = await answersOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => runRow(ctx, row, answers.get(row.id) ?? {}))
}

function runRow(ctx: Ctx, row: NamedRun, answers: ScriptAnswers): ScriptRunRow {
  const definition = ScriptDefinition.parse(row.definition)
  const { passed } = walkScript(definition, answers)
  const outcome = definition.outcomes.find(({ id }) => id === row.outcome) ?? null
  const steps = definition.steps.filter(({ id, question }) => question && passed.includes(id))
  return {
    id: row.id,
    script: { id: row.scriptId, name: row.scriptName },
    edition: row.edition,
    party: row.partyId && row.partyName !== null ? { id: row.partyId, name: row.partyName } : null,
    activity:
      row.activityId && row.activitySubject !== null
        ? { id: row.activityId, name: row.activitySubject }
        : null,
    user: { id: row.userId, name: row.userName ?? '' },
    state: row.state,
    outcome,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    answers: passed.flatMap((stepId) => {
      const step = steps.find(({ id }) => id === stepId)
      const answer = step && shownAnswer(ctx, step, answers[stepId] ?? null)
      return step?.question && answer ? [{ stepId, question: step.question.label, answer }] : []
    }),
    can: { answer: mayAnswer(ctx, row) },
  }
}

/** An answer for reading; empty where the question was passed over. */
export function shownAnswer(
  { locale }: Ctx,
  { question }: Pick<ScriptStep, 'question'>,
  answer: ScriptAnswer,
): string {
  if (!question || answer === null || answer === '') return ''
  const label = (id: unknown) => question.options.find((option) => option.id === id)?.label ?? String(id)
  if (question.type === 'single') return label(answer)
  if (question.type === 'multi')
    return joinList((Array.isArray(answer) ? answer : [answer]).map(label), locale)
  if (question.type === 'number') return formatNumber(Number(answer), { locale, decimals: 6 })
  if (question.type === 'date') return formatDate(String(answer), { locale })
  return String(answer)
}

function stepsOf(
  definition: ScriptDefinition,
  { answers, texts }: { answers: ScriptAnswers; texts: Readonly<Record<string, string>> },
): RunStep[] {
  const { passed, current } = walkScript(definition, answers)
  const way = current === null ? passed : [...passed, current]
  const byId = new Map(definition.steps.map((step) => [step.id, step]))
  return way.flatMap((id) => {
    const step = byId.get(id)
    if (!step) return []
    const { title, question } = step
    return [
      { id, title, text: texts[id] ?? '', question, isPassed: id !== current, answer: answers[id] ?? null },
    ]
  })
}

const runSource: ListSource = {
  id: sql`r.id`,
  defaultSort: '-startedAt',
  columns: {
    startedAt: { type: 'instant', label: 'templates.run.startedAt', sql: sql`r.started_at`, sortable: true },
    state: {
      type: 'enum',
      label: 'templates.run.state',
      sql: sql`r.state`,
      options: { open: 'templates.run.state.open', done: 'templates.run.state.done' },
    },
    outcome: { type: 'text', label: 'templates.run.outcome', sql: sql`r.outcome`, nullable: true },
    user: { type: 'user', label: 'templates.run.user', sql: sql`r.user_id` },
    party: { type: 'party', label: 'templates.run.party', sql: sql`r.party_id`, nullable: true },
  },
}
