import { tableFile, tableTypes } from '@peyvand/imports/server'
import { localClock, toJalali } from '@peyvand/persian'
import { type Actor, type App, type Ctx, type FileAnswer, withCtx } from '@peyvand/platform/server'
import type { ReportPeriod, ScriptAnswers, ScriptRunRow, ScriptStep } from '../contract/index.ts'
import { answersOf, listRuns } from './run-views.ts'
import { requireScript } from './script-access.ts'
import { mergedEditions } from './script-report.ts'

interface ExportRuns extends ReportPeriod {
  scriptId: string
  kind: 'csv' | 'xlsx'
}

/**
 * The calls by a script as a table, a column per question of any edition; read page by page while it is sent.
 * @throws AppError templates.scriptNotFound (404)
 */
export async function exportRuns(app: App, actor: Actor, request: ExportRuns): Promise<FileAnswer> {
  const { scriptId, kind, from, to } = request
  const { name, headers, questions } = await withCtx(app, {
    actor,
    run: async (ctx) => {
      const script = await requireScript(ctx, scriptId)
      const steps = [...(await mergedEditions(ctx, scriptId)).steps.values()].filter(
        ({ question }) => question,
      )
      ctx.audit({
        action: 'export',
        record: 'scriptRuns',
        recordId: scriptId,
        label: script.name,
        changes: { from: { to: from ?? null }, to: { to: to ?? null } },
      })
      return { name: script.name, headers: headersOf(ctx, steps), questions: steps }
    },
  })
  return {
    stream: tableFile({
      kind,
      headers,
      rightToLeft: actor.locale === 'fa',
      rows: rowsOf(app, actor, { ...request, questions }),
    }),
    name: `${name}.${kind}`,
    type: tableTypes[kind],
  }
}

function headersOf(ctx: Ctx, steps: readonly ScriptStep[]): string[] {
  const names = ['startedAt', 'user', 'party', 'activity', 'state', 'outcome']
  return [
    ...names.map((name) => ctx.registry.translate(ctx.locale, `templates.run.${name}`)),
    ...steps.map(({ question, title }) => question?.label ?? title),
  ]
}

async function* rowsOf(
  app: App,
  actor: Actor,
  { scriptId, from, to, questions }: ExportRuns & { questions: readonly ScriptStep[] },
): AsyncGenerator<string[]> {
  let cursor: string | null = null
  do {
    const query = { scriptId, from, to, limit: 200, count: 'none' as const, sort: 'startedAt' }
    const after: string | null = cursor
    const page = await withCtx(app, {
      actor,
      readOnly: true,
      run: async (ctx) => {
        const { items, nextCursor } = await listRuns(ctx, { ...query, ...(after ? { cursor: after } : {}) })
        const ids = items.map(({ id }) => id)
        const answers = await answersOf(ctx, ids)
        const rows = items.map((item) =>
          cellsOf(ctx, item, { questions, answers: answers.get(item.id) ?? {} }),
        )
        return { rows, nextCursor }
      },
    })
    yield* page.rows
    cursor = page.nextCursor
  } while (cursor)
}

function cellsOf(
  ctx: Ctx,
  run: ScriptRunRow,
  { questions, answers }: { questions: readonly ScriptStep[]; answers: ScriptAnswers },
): string[] {
  const shown = new Map(run.answers.map(({ stepId, answer }) => [stepId, answer]))
  return [
    momentCell(ctx, run.startedAt),
    run.user.name,
    run.party?.name ?? '',
    run.activity?.name ?? '',
    ctx.registry.translate(ctx.locale, `templates.run.state.${run.state}`),
    run.outcome?.label ?? '',
    ...questions.map(({ id, question }) => {
      const text = shown.get(id) ?? ''
      if (text === '') return ''
      if (question?.type === 'number') return String(answers[id])
      return question?.type === 'date' ? dayCell(ctx, String(answers[id])) : text
    }),
  ]
}

/** Day and clock of the firm's zone. */
function momentCell(ctx: Ctx, instant: string): string {
  const { date, time } = localClock(instant, ctx.timeZone)
  return `${dayCell(ctx, date)} ${time}`
}

/** Jalali with Latin digits in Persian, so that spreadsheets sort it as it stands. */
function dayCell({ locale }: Ctx, date: string): string {
  if (locale === 'en') return date
  const { year, month, day } = toJalali(date)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('/')
}
