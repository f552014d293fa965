import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

interface LateLead {
  partyId: string
  ownerId: string | null
  respondBy: string
  arrivedAt: string
}

/** The firm's leads whose first answer was due after an instant and is late now, whoever sees them. */
export async function lateLeads(ctx: Ctx, since: Date): Promise<LateLead[]> {
  const { rows } = await sql<LateLead>`
    select l.party_id, p.owner_id, l.respond_by, l.arrived_at
    from leads l join parties p on p.tenant_id = l.tenant_id and p.id = l.party_id and p.deleted_at is null
    where l.tenant_id = ${ctx.tenantId} and l.current and l.responded_at is null
      and l.respond_by > ${since.toISOString()}::timestamptz and l.respond_by <= ${ctx.now().toISOString()}::timestamptz
      and l.unfit_at is null and l.converted_at is null
    order by l.respond_by`.execute(ctx.db)
  return rows
}
