import { groupTree } from '@peyvand/catalog/server'
import { absencesBetween, activeUsersByIds, membersOfTeam, receiversOfWork } from '@peyvand/identity/server'
import { UpdateParty } from '@peyvand/parties/contract'
import { getParty, updateParty, visibleParties } from '@peyvand/parties/server'
import { addDays, localDate } from '@peyvand/persian'
import { anyOf, type Ctx, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import { fits, type LeadFacts, leastLoaded, nextInTurn } from './choose-rule.ts'
import { leadGroupId } from './lead-rows.ts'
import './tables.ts'

type Rule = Selectable<Tables['leadRules']>

/**
 * Gives leads that the caller sees to whom the rules name: the first rule that fits and has somebody at work. Answers
 * which ones each got.
 * @throws AppError forbidden (403) for a party that the caller may not change
 */
export async function assignByRules(
  ctx: Ctx,
  partyIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const facts = await factsOf(ctx, partyIds)
  const given = new Map<string, string[]>()
  if (facts.length === 0) return given
  const choose = await chooser(ctx)
  for (const { partyId, ownerId, ...lead } of facts) {
    const chosen = await choose(lead)
    if (chosen === null || chosen === ownerId) continue
    await giveTo(ctx, partyId, chosen)
    given.set(chosen, [...(given.get(chosen) ?? []), partyId])
  }
  return given
}

/** Changes a party's owner, as its form would. */
export async function giveTo(ctx: Ctx, partyId: string, ownerId: string): Promise<void> {
  const { version } = await getParty(ctx, partyId)
  await updateParty(ctx, partyId, UpdateParty.parse({ version, ownerId, acceptDuplicates: true }))
}

/**
 * Says to whom leads go, one after the other, so that turns and loads go on. The rules are locked until the
 * transaction ends: two forms that come at once are two turns.
 */
export async function chooser(ctx: Ctx): Promise<(lead: LeadFacts) => Promise<string | null>> {
  const rules = await ctx.db
    .selectFrom('leadRules')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('active', '=', true)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()
  const teams = new Map<string, string[]>()
  const turns = new Map<string, string | null>()
  const membersOf = async (teamId: string) => {
    const members = teams.get(teamId) ?? (await presentMembers(ctx, teamId))
    teams.set(teamId, members)
    return members
  }
  let load: Map<string, number> | undefined

  async function namedBy(rule: Rule): Promise<string | null> {
    if (rule.assignTo === 'user') return presentUser(ctx, rule.userId as string)
    const members = await membersOf(rule.teamId as string)
    if (rule.assignTo === 'leastLoad') {
      load ??= await openLeads(ctx)
      return leastLoaded(members, load)
    }
    const last = turns.has(rule.id) ? (turns.get(rule.id) ?? null) : rule.lastUserId
    const next = nextInTurn(members, last)
    if (next !== null) await noteTurn(ctx, rule.id, next)
    turns.set(rule.id, next ?? last)
    return next
  }

  return async (lead) => {
    for (const rule of rules) {
      const chosen = fits(rule, lead) ? await namedBy(rule) : null
      if (chosen === null) continue
      load?.set(chosen, (load.get(chosen) ?? 0) + 1)
      return chosen
    }
    return null
  }
}

const noteTurn = (ctx: Ctx, id: string, lastUserId: string) =>
  ctx.db
    .updateTable('leadRules')
    .set({ lastUserId })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()

/** Who can be given work today: the deputy stands in for who is away. */
async function presentUser(ctx: Ctx, id: string): Promise<string | null> {
  const receiver = (await receiversOfWork(ctx, [id])).get(id)
  if (!receiver) return null
  if (receiver.deputyId) return receiver.deputyId
  return (await withoutAbsent(ctx, [id]))[0] ?? null
}

/** In an order that stays, so that turns are fair. */
async function presentMembers(ctx: Ctx, teamId: string): Promise<string[]> {
  const members = await membersOfTeam(ctx, teamId)
  const active = await activeUsersByIds(
    ctx,
    members.map(({ id }) => id),
  )
  return withoutAbsent(ctx, [...active.keys()].toSorted())
}

async function withoutAbsent(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const away = await absencesBetween(ctx, ids, { from: today, to: addDays(today, 1) })
  return ids.filter((id) => !away.some(({ userId }) => userId === id))
}

/** How many open leads everybody has. */
async function openLeads(ctx: Ctx): Promise<Map<string, number>> {
  const { rows } = await sql<{ ownerId: string; count: number }>`
    select p.owner_id, count(*)::int as count
    from party_group_members m join parties p on p.tenant_id = m.tenant_id and p.id = m.party_id
    where m.tenant_id = ${ctx.tenantId} and m.group_id = ${await leadGroupId(ctx)}::uuid and m.until is null
      and p.deleted_at is null and p.owner_id is not null
    group by p.owner_id`.execute(ctx.db)
  return new Map(rows.map(({ ownerId, count }) => [ownerId, count]))
}

async function factsOf(
  ctx: Ctx,
  partyIds: readonly string[],
): Promise<(LeadFacts & { partyId: string; ownerId: string | null })[]> {
  if (partyIds.length === 0) return []
  const rows = await visibleParties(ctx)
    .innerJoin('leads as l', (join) =>
      join.onRef('l.tenantId', '=', 'p.tenantId').onRef('l.partyId', '=', 'p.id'),
    )
    .select([
      'p.id as partyId',
      'p.ownerId',
      'l.productGroupId',
      sql<string | null>`coalesce(l.source_id, p.lead_source_id)`.as('sourceId'),
      addressPart('province').as('provinces'),
      addressPart('city').as('cities'),
    ])
    .where('l.current', '=', true)
    .where(anyOf(sql`p.id`, partyIds))
    .orderBy('l.arrivedAt')
    .orderBy('l.id')
    .execute()
  const tree = await groupTree(ctx)
  return rows.map(({ productGroupId, ...row }) => ({
    ...row,
    productGroupIds: tree.pathOf(productGroupId).map(({ id }) => id),
  }))
}

const addressPart = (column: 'province' | 'city') => sql<string[]>`array(
  select distinct a.${sql.ref(column)} from addresses a
  where a.tenant_id = p.tenant_id and a.party_id = p.id and a.${sql.ref(column)} is not null)`
