import { requireValue } from '@peyvand/customization/server'
import { activeUser, teamName } from '@peyvand/identity/server'
import { badField, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { canSeeParty } from './party-access.ts'
import type { WritableValues } from './party-row.ts'

const lists = { industryId: 'industries', leadSourceId: 'sources', levelId: 'customerLevels' } as const
const partyFields = ['introducerId', 'marketerId'] as const

/**
 * Refuses ids that point nowhere. What the record has already (`present`) is not asked again: a user may have
 * left, a value may be archived, a party may be out of the caller's sight.
 * @throws AppError badInput (400) at the field: option, parties.ownerUnknown, parties.partyUnknown
 */
export async function checkReferences(
  ctx: Ctx,
  given: Partial<WritableValues>,
  present: Partial<WritableValues> = {},
): Promise<void> {
  for (const [field, list] of Object.entries(lists) as [keyof typeof lists, string][]) {
    await requireValue(ctx, list, { path: field, id: given[field], present: present[field] ?? null })
  }
  for (const field of partyFields) {
    const id = given[field]
    if (id && id !== present[field] && !(await canSeeParty(ctx, id)))
      throw badField(field, 'parties.partyUnknown')
  }
  const { ownerId, teamId } = given
  if (
    ownerId &&
    ownerId !== present.ownerId &&
    ownerId !== ctx.actor.userId &&
    !(await activeUser(ctx, ownerId))
  ) {
    throw badField('ownerId', 'parties.ownerUnknown')
  }
  if (teamId && teamId !== present.teamId && !(await teamExists(ctx, teamId)))
    throw badField('teamId', 'option')
}

async function teamExists(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql<{ name: string | null }>`select ${teamName(sql`${id}::uuid`)} as name`.execute(
    ctx.db,
  )
  return (rows[0]?.name ?? null) !== null
}
