import { valueLabel } from '@peyvand/customization/server'
import { changesOfRecord, teamsByIds, usersByIds } from '@peyvand/identity/server'
import { ListQuery } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PartyChange } from '../contract/index.ts'
import { requireOpenable } from './party-access.ts'
import { isWithheldChange, partyFieldRules } from './party-field-rules.ts'
import { partyRefs } from './party-names.ts'

type Names = (ctx: Ctx, ids: string[]) => Promise<ReadonlyMap<string, { name: string }>>

/** Fields that hold ids, and where their names come from. */
const namedFields: Record<string, Names> = {
  ownerId: usersByIds,
  teamId: teamsByIds,
  introducerId: partyRefs,
  marketerId: partyRefs,
  industryId: valueNames,
  leadSourceId: valueNames,
  levelId: valueNames,
}

/** The saves of a party, newest first, with names in place of ids. @throws AppError notFound */
export async function listPartyChanges(
  ctx: Ctx,
  id: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: PartyChange[]; nextCursor: string | null }> {
  await requireOpenable(ctx, id)
  const query = ListQuery.parse({ limit, count: 'none', ...(cursor ? { cursor } : {}) })
  const page = await changesOfRecord(ctx, { type: 'parties', id }, query)
  const rules = partyFieldRules(ctx)
  const items = page.items.map((entry) => ({
    id: entry.id,
    at: entry.at,
    action: entry.action,
    actor: { id: entry.actorId, name: entry.actorName, via: entry.via },
    changes: Object.entries(entry.changes).map(([field, { from = null, to = null }]) =>
      isWithheldChange(rules, field) ? { field, from: null, to: null } : { field, from, to },
    ),
  }))
  await putNames(ctx, items)
  return { items, nextCursor: page.nextCursor }
}

async function putNames(ctx: Ctx, items: readonly PartyChange[]): Promise<void> {
  for (const [field, namesOf] of Object.entries(namedFields)) {
    const changes = items.flatMap((item) => item.changes.filter((change) => change.field === field))
    const ids = changes.flatMap(({ from, to }) => [from, to]).filter((value) => typeof value === 'string')
    if (ids.length === 0) continue
    const names = await namesOf(ctx, ids)
    const nameOf = (value: unknown) => (typeof value === 'string' ? (names.get(value)?.name ?? value) : value)
    for (const change of changes) Object.assign(change, { from: nameOf(change.from), to: nameOf(change.to) })
  }
}

async function valueNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, { name: string }>> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select given.id, ${valueLabel(ctx, sql.ref('given.id'))} as name
    from (select distinct unnest(${sql.val([...ids])}::uuid[]) as id) as given (id)`.execute(ctx.db)
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, { name }] as const] : [])))
}
