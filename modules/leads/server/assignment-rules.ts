import { activeUser, teamName, userName } from '@peyvand/identity/server'
import { badField, type Ctx, changesBetween, newId, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { AssignmentRule, AssignmentRuleInput } from '../contract/index.ts'
import { putInOrder } from './criteria.ts'
import { ref } from './lead-rows.ts'
import './tables.ts'

export async function listRules(ctx: Ctx): Promise<AssignmentRule[]> {
  const rows = await ctx.db
    .selectFrom('leadRules')
    .selectAll()
    .select([userName(sql`user_id`).as('userName'), teamName(sql`team_id`).as('teamName')])
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    active: row.active,
    sourceIds: row.sourceIds,
    provinces: row.provinces,
    cities: row.cities,
    productGroupIds: row.productGroupIds,
    to: row.assignTo,
    userId: row.userId,
    teamId: row.teamId,
    user: ref(row.userId, row.userName),
    team: ref(row.teamId, row.teamName),
  }))
}

export async function createRule(ctx: Ctx, input: AssignmentRuleInput): Promise<AssignmentRule> {
  const id = newId()
  await ctx.db
    .insertInto('leadRules')
    .values({
      ...(await columnsOf(ctx, input)),
      tenantId: ctx.tenantId,
      id,
      position: sql`(select coalesce(max(position), 0) + 1 from lead_rules where tenant_id = ${ctx.tenantId})`,
    })
    .execute()
  ctx.audit({ action: 'create', record: 'leadRules', recordId: id, label: input.name })
  return requireRule(ctx, id)
}

/** @throws AppError leads.ruleNotFound (404); badInput (400) at the field */
export async function updateRule(ctx: Ctx, id: string, input: AssignmentRuleInput): Promise<AssignmentRule> {
  const before = await requireRule(ctx, id)
  await ctx.db
    .updateTable('leadRules')
    .set(await columnsOf(ctx, input))
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const changes = changesBetween<Record<string, unknown>>(before, input)
  ctx.audit({ action: 'update', record: 'leadRules', recordId: id, label: before.name, changes })
  return requireRule(ctx, id)
}

/** @throws AppError leads.ruleNotFound (404) */
export async function deleteRule(ctx: Ctx, id: string): Promise<void> {
  const { name } = await requireRule(ctx, id)
  await ctx.db.deleteFrom('leadRules').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({ action: 'delete', record: 'leadRules', recordId: id, label: name })
}

/** @throws AppError leads.orderIncomplete (409) */
export async function orderRules(ctx: Ctx, ids: readonly string[]): Promise<AssignmentRule[]> {
  await putInOrder(ctx, 'lead_rules', ids)
  return listRules(ctx)
}

async function requireRule(ctx: Ctx, id: string): Promise<AssignmentRule> {
  const rule = (await listRules(ctx)).find((one) => one.id === id)
  if (!rule) throw notFound('leads.ruleNotFound')
  return rule
}

async function columnsOf(ctx: Ctx, { to, userId, teamId, ...rest }: AssignmentRuleInput) {
  if (to === 'user' && !(await activeUser(ctx, userId as string)))
    throw badField('userId', 'leads.ownerInactive')
  return {
    ...rest,
    assignTo: to,
    userId: to === 'user' ? userId : null,
    teamId: to === 'user' ? null : teamId,
    lastUserId: null,
  }
}
