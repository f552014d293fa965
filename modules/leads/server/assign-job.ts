import { type Ctx, defineJob, systemActor, withCtx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { assignByRules } from './assign-leads.ts'
import './tables.ts'

const atOnce = 50

/** Gives imported leads to colleagues by the rules, some at a time. Whom somebody took meanwhile stays with them. */
export const assignImportedJob = defineJob({
  name: 'leads.assignImported',
  payload: z.object({}),
  run: async ({ app, actor }) => {
    // Whoever imported them need not see what others get.
    const system = systemActor(actor.firm, actor.locale)
    while (await withCtx(app, { actor: system, run: assignSome })) continue
  },
})

/** Whether leads of an import are to wait for the rules; starts what gives them to colleagues. */
export async function awaitRules(ctx: Ctx): Promise<boolean> {
  const rule = await ctx.db
    .selectFrom('leadRules')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('active', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (rule) ctx.enqueue(assignImportedJob, {}, { key: `leads.assignImported:${ctx.tenantId}` })
  return rule !== undefined
}

/** Answers whether there may be more. */
async function assignSome(ctx: Ctx): Promise<boolean> {
  const rows = await ctx.db
    .selectFrom('leads as l')
    .innerJoin('parties as p', (join) =>
      join.onRef('p.tenantId', '=', 'l.tenantId').onRef('p.id', '=', 'l.partyId'),
    )
    .select([
      'l.id',
      'l.partyId',
      sql<boolean>`(p.owner_id is null or p.owner_id = p.created_by)`.as('isImporters'),
    ])
    .where('l.tenantId', '=', ctx.tenantId)
    .where('l.awaitsRules', '=', true)
    .orderBy('l.id')
    .limit(atOnce)
    .forUpdate('l')
    .execute()
  if (rows.length === 0) return false
  await sql`update leads set awaits_rules = false
    where tenant_id = ${ctx.tenantId} and id = any(${sql.val(rows.map(({ id }) => id))}::uuid[])`.execute(
    ctx.db,
  )
  await assignByRules(
    ctx,
    rows.flatMap(({ partyId, isImporters }) => (isImporters ? [partyId] : [])),
  )
  return rows.length === atOnce
}
