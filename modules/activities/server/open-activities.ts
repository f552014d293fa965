import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleActivities } from './activity-access.ts'
import { concernsParty } from './activity-queries.ts'
import { isOpen } from './activity-source.ts'

const idsShown = 10

export interface OpenActivities {
  open: number
  overdue: number
  /** Those due first, without a deadline last. */
  firstIds: string[]
}

const known = new WeakMap<Ctx, Map<string, Promise<OpenActivities>>>()

/** What is open with a party, read once in a transaction: alerts, next steps and counts of its file need it alike. */
export function openActivitiesOf(ctx: Ctx, partyId: string): Promise<OpenActivities> {
  const ofCtx = known.get(ctx) ?? new Map<string, Promise<OpenActivities>>()
  known.set(ctx, ofCtx)
  const asked = ofCtx.get(partyId) ?? readOpen(ctx, partyId)
  ofCtx.set(partyId, asked)
  return asked
}

/** Names no column outside the index `activities_open_by_id`. */
async function readOpen(ctx: Ctx, partyId: string): Promise<OpenActivities> {
  const { open, overdue, ids } = await (await visibleActivities(ctx))
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(*) filter (where a.deadline_at < ${ctx.now().toISOString()}::timestamptz)::int`.as(
        'overdue',
      ),
      sql<
        string[] | null
      >`(array_agg(a.id order by a.deadline_at nulls last, a.id))[1:${sql.lit(idsShown)}]`.as('ids'),
    ])
    .where(concernsParty(ctx, [partyId]))
    .where(isOpen)
    .executeTakeFirstOrThrow()
  return { open, overdue, firstIds: ids ?? [] }
}
