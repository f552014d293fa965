import { AppError, type Ctx, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleParties } from './party-access.ts'
import { partyFieldRules, ruleOfContact, shownContact } from './party-field-rules.ts'

const hourMs = 3_600_000
/** Enough for a day at the phone, too few to copy the firm's customers. */
const perHour = 60

/**
 * The full value of a contact point that the caller's role masks. Each reading stands in the audit log.
 * @throws AppError notFound (404) also for what is hidden altogether; parties.revealedTooMany (429)
 */
export async function revealContact(
  ctx: Ctx,
  id: string,
  { contactPointId }: { contactPointId: string },
): Promise<{ value: string }> {
  const point = await visibleParties(ctx)
    .innerJoin('contactPoints as c', (join) =>
      join.onRef('c.tenantId', '=', 'p.tenantId').onRef('c.partyId', '=', 'p.id'),
    )
    .select(['p.displayName', 'c.type', 'c.value'])
    .where('p.id', '=', id)
    .where('c.id', '=', contactPointId)
    .executeTakeFirst()
  const rules = partyFieldRules(ctx)
  const rule = point && ruleOfContact(rules, point)
  if (!point || rule === 'hidden') throw notFound()
  if (rule === 'masked') {
    await requireFew(ctx)
    ctx.audit({
      action: 'read',
      record: 'parties',
      recordId: id,
      // In a line from right to left the groups of digits keep their order.
      label: `${point.displayName} (\u2066${shownContact(point, rules, ctx.locale)}\u2069)`,
    })
  }
  return { value: point.value }
}

async function requireFew(ctx: Ctx): Promise<void> {
  const { userId } = ctx.actor
  // Readings at once count each other.
  await sql`select pg_advisory_xact_lock(hashtext('parties.reveal'), hashtext(${userId}))`.execute(ctx.db)
  const since = new Date(ctx.now().getTime() - hourMs).toISOString()
  const { count } = await ctx.db
    .selectFrom('auditLog')
    .select(sql<string>`count(*)`.as('count'))
    .where('tenantId', '=', ctx.tenantId)
    .where('at', '>', since)
    .where('action', '=', 'read')
    .where('actorId', '=', userId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= perHour) throw new AppError('parties.revealedTooMany', { params: { count: perHour } })
}
