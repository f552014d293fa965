import { branchOfActor } from '@peyvand/identity/server'
import { type Ctx, may, notFound, type Tables } from '@peyvand/platform/server'
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import './tables.ts'

export type TemplateRecord = Selectable<Tables['templates']>

/** Rows of `templates as t` that the caller may use, archived ones too: own ones, those of their teams and of all. */
export async function visibleTemplates(ctx: Ctx) {
  const rows = ctx.db.selectFrom('templates as t').where('t.tenantId', '=', ctx.tenantId)
  const { actor } = ctx
  if (actor.kind === 'system') return rows
  const shared = may(actor, 'templates.manage')
    ? sql<SqlBool>`t.visibility <> 'private'`
    : sql<SqlBool>`(t.visibility = 'firm' or (t.visibility = 'teams' and ${sharesTeam(sql`t.team_ids`, await branchOfActor(ctx))}))`
  return rows.where(sql<SqlBool>`(t.owner_id = ${actor.userId}::uuid or ${shared})`)
}

/** Whether a column of teams holds one of these. */
export const sharesTeam = (column: RawBuilder<unknown>, teamIds: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${column} && ${sql.val([...teamIds])}::uuid[]`

/** @throws AppError templates.notFound (404), also for what the caller may not see */
export async function requireTemplate(ctx: Ctx, id: string, { lock = false } = {}): Promise<TemplateRecord> {
  const row = await (await visibleTemplates(ctx))
    .selectAll('t')
    .where('t.id', '=', id)
    .$if(lock, (qb) => qb.forUpdate('t'))
    .executeTakeFirst()
  if (!row) throw notFound('templates.notFound')
  return row
}

/** Own ones are their owner's while they are private; shared ones belong to who manages templates. */
export function mayChangeTemplate(
  { actor }: Ctx,
  { ownerId, visibility }: Pick<TemplateRecord, 'ownerId' | 'visibility'>,
): boolean {
  return visibility === 'private' ? ownerId === actor.userId : may(actor, 'templates.manage')
}
