import { valueLabel } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import { knowsGroup, primaryPhone, shownPhone, visibleParties } from '@peyvand/parties/server'
import type { Ref } from '@peyvand/platform/contract'
import {
  allows,
  type Ctx,
  fieldRule,
  readCustomValues,
  seenCustomValues,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, type SqlBool, sql } from 'kysely'
import { type ClockState, type LeadRow, leadGroup, type ResponseClock } from '../contract/index.ts'
import './tables.ts'

export type StoredLead = Selectable<Tables['leads']>

const groupIds = new WeakMap<Ctx, Promise<string>>()

/** The firm's group of leads; every firm has it. Asked once in a transaction. */
export function leadGroupId(ctx: Ctx): Promise<string> {
  const asked = groupIds.get(ctx) ?? readGroupId(ctx)
  groupIds.set(ctx, asked)
  return asked
}

async function readGroupId(ctx: Ctx): Promise<string> {
  const { id } = await ctx.db
    .selectFrom('partyGroups')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('key', '=', leadGroup)
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Visible `parties as p` with what they are as leads, `leads as l`, and their place in the group, `m` where they have
 * one. Whose roles are limited to other groups sees the party there, but not that it is a lead.
 */
export async function leadParties(ctx: Ctx) {
  const groupId = await leadGroupId(ctx)
  return visibleParties(ctx)
    .where(sql<SqlBool>`${knowsGroup(ctx.actor, leadGroup)}`)
    .innerJoin('leads as l', (join) =>
      join.onRef('l.tenantId', '=', 'p.tenantId').onRef('l.partyId', '=', 'p.id').on('l.current', '=', true),
    )
    .leftJoin('partyGroupMembers as m', (join) =>
      join
        .onRef('m.tenantId', '=', 'p.tenantId')
        .onRef('m.partyId', '=', 'p.id')
        .on('m.groupId', '=', groupId)
        .on('m.until', 'is', null),
    )
}

/** Those that are leads now. */
export const openLeads = async (ctx: Ctx) => (await leadParties(ctx)).where('m.partyId', 'is not', null)

/** SQL of where a lead came from: what it says itself, else its party. */
export const sourceOfLead = sql<string | null>`coalesce(l.source_id, p.lead_source_id)`

export const selectNamed = (ctx: Ctx, query: Awaited<ReturnType<typeof leadParties>>) =>
  query
    .selectAll('l')
    .select([
      'p.id',
      'l.id as leadId',
      'p.displayName as name',
      'p.kind',
      'p.number',
      'p.photoFileId',
      'p.ownerId',
      'p.teamId',
      'm.state',
      'm.partyId as memberId',
      userName(sql`p.owner_id`).as('ownerName'),
      teamName(sql`p.team_id`).as('teamName'),
      sourceOfLead.as('sourceOfLead'),
      valueLabel(ctx, sourceOfLead).as('sourceName'),
      productGroupName.as('productGroupName'),
      valueLabel(ctx, sql`l.unfit_reason_id`).as('unfitReasonName'),
      addressPart('province').as('province'),
      addressPart('city').as('city'),
      lastContactAt.as('lastContactAt'),
      primaryPhone(ctx).as('phone'),
      'p.custom',
    ])

export type NamedLead = Awaited<ReturnType<ReturnType<typeof selectNamed>['executeTakeFirstOrThrow']>>

export const productGroupName = sql<string | null>`(select g.name from product_groups g
  where g.tenant_id = l.tenant_id and g.id = l.product_group_id)`

export const lastContactAt = sql<string | null>`(select at from party_last_contacts c
  where c.tenant_id = p.tenant_id and c.party_id = p.id)`

/** Of the chief address. */
const addressPart = (column: 'province' | 'city') => sql<string | null>`(select a.${sql.ref(column)}
  from addresses a where a.tenant_id = p.tenant_id and a.party_id = p.id
  order by a."primary" desc, a.position limit 1)`

export const leadRow = (ctx: Ctx, row: NamedLead): LeadRow => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  number: row.number,
  photoFileId: row.photoFileId,
  state: row.state,
  owner: ref(row.ownerId, row.ownerName),
  team: ref(row.teamId, row.teamName),
  source: ref(row.sourceOfLead, row.sourceName),
  productGroup: ref(row.productGroupId, row.productGroupName),
  phone: shownPhone(row.phone, fieldRule(ctx.actor, 'parties.phones'), ctx.locale),
  ...placeOf(ctx, row),
  origin: row.origin,
  arrivedAt: row.arrivedAt,
  score: row.score,
  clock: clockOf(row, ctx.now()),
  lastContactAt: row.lastContactAt,
  unfitReason: ref(row.unfitReasonId, row.unfitReasonName),
  custom: seenCustomValues(ctx, 'parties', readCustomValues(row.custom)),
  can: { update: allows(ctx.actor, 'parties.update', row) },
})

const placeOf = ({ actor }: Ctx, { province, city }: Pick<NamedLead, 'province' | 'city'>) =>
  fieldRule(actor, 'parties.addresses') === 'hidden' ? { province: null, city: null } : { province, city }

export const ref = (id: string | null, name: string | null): Ref | null =>
  id && name !== null ? { id, name } : null

type Clock = Pick<StoredLead, 'respondBy' | 'respondedAt' | 'responseMinutes' | 'unfitAt'>

const clockOf = ({ respondBy, respondedAt, responseMinutes, unfitAt }: Clock, now: Date): ResponseClock => ({
  state: clockState({ respondBy, respondedAt, unfitAt }, now),
  respondBy,
  respondedAt,
  minutes: responseMinutes,
})

/** Nobody waits for an answer to what was turned down, such as spam. The same in SQL is `clockSql`. */
function clockState(
  { respondBy, respondedAt, unfitAt }: Omit<Clock, 'responseMinutes'>,
  now: Date,
): ClockState {
  if (respondBy === null) return 'none'
  if (respondedAt !== null) return respondedAt <= respondBy ? 'answered' : 'answeredLate'
  if (unfitAt !== null) return 'none'
  return now.toISOString() <= respondBy ? 'due' : 'late'
}

export const clockSql = (now: Date) => sql<ClockState>`case
  when l.respond_by is null then 'none'
  when l.responded_at is not null then case when l.responded_at <= l.respond_by then 'answered' else 'answeredLate' end
  when l.unfit_at is not null then 'none'
  when ${now.toISOString()}::timestamptz <= l.respond_by then 'due' else 'late' end`
