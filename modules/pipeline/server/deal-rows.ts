import { valueLabel } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import type { Ref } from '@peyvand/platform/contract'
import { type Ctx, readCustomValues, seenCustomValues } from '@peyvand/platform/server'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { DealRow } from '../contract/index.ts'
import { reaches, type StoredDeal } from './deal-access.ts'

// biome-ignore lint/suspicious/noExplicitAny: adds columns to any query over `deals as d`
type Query<O> = SelectQueryBuilder<any, any, O> // oxlint-disable-line typescript/no-explicit-any

export type NamedDeal = StoredDeal & {
  stageName: string
  probability: number
  staleDays: number | null
  partyName: string
  contactName: string | null
  lostToName: string | null
  competitors: Ref[]
  ownerName: string | null
  teamName: string | null
  sourceName: string | null
  lostReasonName: string | null
}

/** The columns that views are made of, over a query of visible `deals as d`. */
export const selectNamed = <O>(ctx: Ctx, query: Query<O>): Query<NamedDeal> =>
  query
    .innerJoin('pipelineStages as s', (join) =>
      join.onRef('s.tenantId', '=', 'd.tenantId').onRef('s.id', '=', 'd.stageId'),
    )
    .selectAll('d')
    .select(['s.name as stageName', 's.probability', 's.staleDays'])
    .select([
      partyName(sql`d.party_id`).as('partyName'),
      partyName(sql`d.contact_id`).as('contactName'),
      partyName(sql`d.lost_to_id`).as('lostToName'),
      competitorRefs.as('competitors'),
      userName(sql`d.owner_id`).as('ownerName'),
      teamName(sql`d.team_id`).as('teamName'),
      valueLabel(ctx, sql`d.source_id`).as('sourceName'),
      valueLabel(ctx, sql`d.lost_reason_id`).as('lostReasonName'),
    ]) as unknown as Query<NamedDeal>

const competitorRefs = sql<Ref[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', c.party_id, 'name', ${partyName(sql`c.party_id`)}) order by c.position, c.party_id)
  from deal_competitors c where c.tenant_id = d.tenant_id and c.deal_id = d.id), '[]')`

/** A row as lists and boards show it. */
export const dealRow = (ctx: Ctx, row: NamedDeal): DealRow => ({
  id: row.id,
  number: row.number,
  title: row.title,
  pipelineId: row.pipelineId,
  stage: { id: row.stageId, name: row.stageName },
  outcome: row.outcome,
  party: { id: row.partyId, name: row.partyName },
  contact: ref(row.contactId, row.contactName),
  amount: row.amount,
  probability: row.probability,
  owner: ref(row.ownerId, row.ownerName),
  team: ref(row.teamId, row.teamName),
  expectedCloseOn: row.expectedCloseOn,
  nextFollowUpAt: row.nextFollowUpAt,
  priority: row.priority,
  source: ref(row.sourceId, row.sourceName),
  lostReason: ref(row.lostReasonId, row.lostReasonName),
  competitors: row.competitors,
  lostTo: ref(row.lostToId, row.lostToName),
  stageSince: row.stageSince,
  stale: isStale(row, ctx.now()),
  custom: seenCustomValues(ctx, 'deals', readCustomValues(row.custom)),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  closedAt: row.closedAt,
  deletedAt: row.deletedAt,
  version: row.version,
  can: { update: row.deletedAt === null && reaches(ctx, 'update', row) },
})

export const ref = (id: string | null, name: string | null): Ref | null =>
  id && name !== null ? { id, name } : null

const msOfDay = 86_400_000

/** Whether it has stood longer in its stage than the stage allows. */
export const isStale = (
  { stageSince, staleDays }: Pick<NamedDeal, 'stageSince' | 'staleDays'>,
  now: Date,
): boolean => staleDays !== null && now.getTime() - Date.parse(stageSince) > staleDays * msOfDay
