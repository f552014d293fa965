import { visibleActivities } from '@peyvand/activities/server'
import { branchOfActor } from '@peyvand/identity/server'
import { type Ctx, may, notFound, type Tables } from '@peyvand/platform/server'
import { type Selectable, type SqlBool, sql } from 'kysely'
import { sharesTeam } from './template-access.ts'
import './tables.ts'

export type ScriptRecord = Selectable<Tables['scripts']>
export type RunRecord = Selectable<Tables['scriptRuns']>

/** Rows of `scripts as s`: all for who manages templates, otherwise those in use that the caller may run. */
export async function visibleScripts(ctx: Ctx) {
  const rows = ctx.db.selectFrom('scripts as s').where('s.tenantId', '=', ctx.tenantId)
  if (may(ctx.actor, 'templates.manage')) return rows
  return rows
    .where('s.active', '=', true)
    .where('s.archivedAt', 'is', null)
    .where(sql<SqlBool>`(s.team_ids = '{}' or ${sharesTeam(sql`s.team_ids`, await branchOfActor(ctx))})`)
}

/** @throws AppError templates.scriptNotFound (404), also for what the caller may not see */
export async function requireScript(ctx: Ctx, id: string, { lock = false } = {}): Promise<ScriptRecord> {
  const row = await (await visibleScripts(ctx))
    .selectAll('s')
    .where('s.id', '=', id)
    .$if(lock, (qb) => qb.forUpdate('s'))
    .executeTakeFirst()
  if (!row) throw notFound('templates.scriptNotFound')
  return row
}

/** Rows of `script_runs as r`: the caller's own, and those of calls that they see. */
export async function visibleRuns(ctx: Ctx) {
  const calls = (await visibleActivities(ctx)).select('a.id').where(sql<SqlBool>`a.id = r.activity_id`)
  return ctx.db
    .selectFrom('scriptRuns as r')
    .where('r.tenantId', '=', ctx.tenantId)
    .where(
      sql<SqlBool>`((r.user_id = ${ctx.actor.userId}::uuid and r.activity_id is null) or exists ${calls})`,
    )
}

/** @throws AppError templates.runNotFound (404), also for what the caller may not see */
export async function requireRun(ctx: Ctx, id: string, { lock = false } = {}): Promise<RunRecord> {
  const row = await (await visibleRuns(ctx))
    .selectAll('r')
    .where('r.id', '=', id)
    .$if(lock, (qb) => qb.forUpdate('r'))
    .executeTakeFirst()
  if (!row) throw notFound('templates.runNotFound')
  return row
}

/** Answers are given by who makes the call. */
export const mayAnswer = ({ actor }: Ctx, { userId }: Pick<RunRecord, 'userId'>): boolean =>
  userId === actor.userId
