import { valueLabel } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import { visibleParties } from '@peyvand/parties/server'
import type { Ref } from '@peyvand/platform/contract'
import { allows, type Ctx, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
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

/** Visible `parties as p` with what they are as leads, `leads as l`, and their place in the group, `m` where they have one. */
export async function leadParties(ctx: Ctx) {
  const groupId = await leadGroupId(ctx)
  return visibleParties(ctx)
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
      addressPart('province').as('province'),
      addressPart('city').as('city'),
      sql<
        string | null
      >`(select at from party_last_contacts c where c.tenant_id = p.tenant_id and c.party_id = p.id)`.as(
        'lastContactAt',
      ),
    ])

export type NamedLead = Awaited<ReturnType<ReturnType<typeof selectNamed>['executeTakeFirstOrThrow']>>

export const productGroupName = sql<string | null>`(select g.name from product_groups g
  where g.tenant_id = l.tenant_id and g.id = l.product_group_id)`

/** Of the chief address. */
export const addressPart = (column: 'province' | 'city') => sql<string | null>`(select a.${sql.ref(column)}
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
  province: row.province,
  city: row.city,
  origin: row.origin,
  arrivedAt: row.arrivedAt,
  score: row.score,
  clock: clockOf(row, ctx.now()),
  lastContactAt: row.lastContactAt,
  can: { update: allows(ctx.actor, 'parties.update', row) },
})

export const ref = (id: string | null, name: string | null): Ref | null =>
  id && name !== null ? { id, name } : null

type Clock = Pick<StoredLead, 'respondBy' | 'respondedAt' | 'responseMinutes'>

const clockOf = ({ respondBy, respondedAt, responseMinutes }: Clock, now: Date): ResponseClock => ({
  state: clockState({ respondBy, respondedAt }, now),
  respondBy,
  respondedAt,
  minutes: responseMinutes,
})

/** The same in SQL is `clockSql`. */
function clockState({ respondBy, respondedAt }: Omit<Clock, 'responseMinutes'>, now: Date): ClockState {
  if (respondBy === null) return 'none'
  if (respondedAt !== null) return respondedAt <= respondBy ? 'answered' : 'answeredLate'
  return now.toISOString() <= respondBy ? 'due' : 'late'
}

export const clockSql = (now: Date) => sql<ClockState>`case
  when l.respond_by is null then 'none'
  when l.responded_at is not null then case when l.responded_at <= l.respond_by then 'answered' else 'answeredLate' end
  when ${now.toISOString()}::timestamptz <= l.respond_by then 'due' else 'late' end`
