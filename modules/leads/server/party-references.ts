import type { PartyReference } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'

/** Where this module names parties, for merges: of two that are leads the survivor's lead goes on. */
export const referencesToParties = async (
  ctx: Ctx,
  { survivorId }: { survivorId: string },
): Promise<PartyReference[]> => [
  {
    table: 'leads',
    column: 'party_id',
    key: ['id'],
    moved: {
      current: sql`gone.current and not exists (select from leads s
        where s.tenant_id = ${ctx.tenantId} and s.party_id = ${survivorId}::uuid and s.current)`,
    },
    restores: ['current'],
  },
  { table: 'lead_entries', column: 'party_id', key: ['id'] },
]
