import type { Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { type WorklistCounts, WorklistName } from '../contract/index.ts'
import { deskOf } from './referral-access.ts'
import { inWorklist, isDueToday, isOverdue, isUnread } from './worklists.ts'

type Counts = z.infer<typeof WorklistCounts>
type Row = Record<WorklistName, Counts['referred-to-me']>

const countUpTo = 10_000

/** The counts of all worklists by one statement; each part reads its own small index alone. */
export async function worklistCounts(ctx: Ctx): Promise<Counts> {
  const desk = await deskOf(ctx)
  const part = (name: WorklistName): RawBuilder<unknown> => sql`(
    select jsonb_build_object(
      'total', count(*),
      'unread', count(*) filter (where unread),
      'today', count(*) filter (where today),
      'overdue', count(*) filter (where overdue))
    from (
      select ${isUnread(name)} as unread, ${isDueToday(ctx)} as today, ${isOverdue(ctx, name)} as overdue
      from referrals r where r.tenant_id = ${ctx.tenantId} and ${inWorklist(name, desk)}
      limit ${countUpTo + 1}
    ) counted) as ${sql.ref(name)}`
  const parts = WorklistName.options.map(part)
  const { rows } = await sql<Row>`select ${sql.join(parts)}`.execute(ctx.db)
  const counts = rows[0] as Row
  return {
    ...counts,
    done: { total: counts.done.total },
    more: WorklistName.options.filter((name) => counts[name].total > countUpTo),
    onBehalfOf: [...desk.absentees],
  }
}
