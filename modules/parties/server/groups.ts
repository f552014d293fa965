import {
  AppError,
  type Ctx,
  changesBetween,
  isHiddenCustom,
  json,
  may,
  newId,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PartyGroup, PartyGroupChange, PartyGroupInput } from '../contract/index.ts'
import { knowsGroup } from './group-limits.ts'
import type { GroupRow } from './group-queries.ts'
import { visibleParties } from './party-access.ts'

const countUpTo = 10_000

/** All groups in the order of the menu; with `counts`, the present members whom the caller may see. */
export async function listGroups(ctx: Ctx, { counts = false } = {}): Promise<PartyGroup[]> {
  const all = await ctx.db
    .selectFrom('partyGroups')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const rows = all.filter(({ key }) => knowsGroup(ctx.actor, key)).map((row) => withKnownLayout(ctx, row))
  if (!counts) return rows
  const groups: PartyGroup[] = []
  for (const row of rows) groups.push({ ...row, members: await countMembers(ctx, row.id) })
  return groups
}

/** An own field that the caller may not see is not named to them; who manages groups has to keep it in its place. */
function withKnownLayout(ctx: Ctx, row: GroupRow): GroupRow {
  if (!row.layout || may(ctx.actor, 'parties.manageGroups')) return row
  const isKnown = (name: string) => !isHiddenCustom(ctx, 'parties', name)
  const { quick, card } = row.layout
  return { ...row, layout: { quick: quick.filter(isKnown), card: card.filter(isKnown) } }
}

async function countMembers(ctx: Ctx, groupId: string): Promise<number> {
  const members = visibleParties(ctx)
    .innerJoin('partyGroupMembers as m', (join) =>
      join.onRef('m.tenantId', '=', 'p.tenantId').onRef('m.partyId', '=', 'p.id'),
    )
    .select('p.id')
    .where('m.groupId', '=', groupId)
    .where('m.until', 'is', null)
    .limit(countUpTo)
  const { count } = await ctx.db
    .selectFrom(members.as('m'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** @throws AppError parties.groupNameTaken (409) */
export async function createGroup(ctx: Ctx, input: PartyGroupInput): Promise<PartyGroup> {
  const groups = await listGroups(ctx)
  const id = newId()
  const nameEn = input.nameEn ?? input.nameFa
  const created = await ctx.db
    .insertInto('partyGroups')
    .values({
      ...input,
      tenantId: ctx.tenantId,
      id,
      key: freeKey(
        nameEn,
        groups.map((group) => group.key),
      ),
      nameEn,
      states: json(input.states),
      layout: null,
      position: Math.max(0, ...groups.map((group) => group.position)) + 1,
      ready: false,
      archivedAt: null,
    })
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!created) throw nameTaken()
  ctx.audit({ action: 'create', record: 'partyGroups', recordId: id, label: created.nameFa })
  return created
}

/** @throws AppError notFound, versionConflict; parties.groupNameTaken, parties.stateInUse (409) */
export async function updateGroup(ctx: Ctx, id: string, change: PartyGroupChange): Promise<PartyGroup> {
  const before = await lockGroup(ctx, id)
  requireVersion(before, change.version, before)
  const { version: _, archived, states, layout, ...plain } = change
  if (states)
    await requireUnusedStates(
      ctx,
      before,
      states.map(({ key }) => key),
    )
  if (
    plain.nameFa &&
    plain.nameFa !== before.nameFa &&
    (await listGroups(ctx)).some((group) => group.nameFa === plain.nameFa)
  )
    throw nameTaken()
  const after = await ctx.db
    .updateTable('partyGroups')
    .set({
      ...plain,
      ...(states ? { states: json(states) } : {}),
      ...(layout === undefined ? {} : { layout: layout && json(layout) }),
      ...(archived === undefined
        ? {}
        : { archivedAt: archived ? (before.archivedAt ?? ctx.now().toISOString()) : null }),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const { version: _old, ...facts } = before
  const { version: _new, ...changed } = after
  ctx.audit({
    action: 'update',
    record: 'partyGroups',
    recordId: id,
    label: before.nameFa,
    changes: changesBetween<Partial<GroupRow>>(facts, changed),
  })
  return after
}

/** @throws AppError parties.orderIncomplete (409) when a group was added meanwhile */
export async function orderGroups(ctx: Ctx, ids: readonly string[]): Promise<PartyGroup[]> {
  const groups = await listGroups(ctx)
  const known = new Set(groups.map((group) => group.id))
  if (new Set(ids).size !== known.size || ids.some((id) => !known.has(id)))
    throw new AppError('parties.orderIncomplete', { status: 409 })
  await sql`
    update party_groups g set position = o.position
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality o (id, position)
    where g.tenant_id = ${ctx.tenantId} and g.id = o.id`.execute(ctx.db)
  ctx.audit({ action: 'update', record: 'partyGroups', changes: { order: { to: ids } } })
  return listGroups(ctx)
}

async function lockGroup(ctx: Ctx, id: string): Promise<GroupRow> {
  const row = await ctx.db
    .selectFrom('partyGroups')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** A state that members are in cannot go. */
async function requireUnusedStates(ctx: Ctx, group: GroupRow, kept: readonly string[]): Promise<void> {
  const gone = group.states.filter(({ key }) => !kept.includes(key))
  for (const { key, labelFa, labelEn } of gone) {
    const used = await ctx.db
      .selectFrom('partyGroupMembers')
      .select('partyId')
      .where('tenantId', '=', ctx.tenantId)
      .where('groupId', '=', group.id)
      .where('state', '=', key)
      .where('until', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (used)
      throw new AppError('parties.stateInUse', {
        status: 409,
        params: { state: ctx.locale === 'fa' ? labelFa : labelEn },
      })
  }
}

const nameTaken = () =>
  new AppError('parties.groupNameTaken', {
    status: 409,
    fields: [{ path: 'nameFa', code: 'parties.groupNameTaken' }],
  })

/** A key that tells the group in addresses: of its English name where it has one, otherwise `group`, `group2`, … */
export function freeKey(nameEn: string, takenKeys: readonly string[]): string {
  const words = nameEn.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
  const base = (/^[a-z]/.test(joined) ? joined : 'group').slice(0, 30)
  for (let turn = 1; ; turn += 1) {
    const key = turn === 1 ? base : `${base}${turn}`
    if (!takenKeys.includes(key)) return key
  }
}
