import { changesOfRecord, teamsByIds, usersByIds } from '@peyvand/identity/server'
import { partyRefs } from '@peyvand/parties/server'
import { ListQuery } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { RecordHistory } from '../contract/index.ts'
import { requireReadableKind, requireRecord, visibleRecords } from './record-access.ts'

type Names = (ctx: Ctx, ids: string[]) => Promise<ReadonlyMap<string, { name: string }>>

/** Fields that hold ids, and where their names come from. */
const namedFields: Record<string, Names> = {
  ownerId: usersByIds,
  teamId: teamsByIds,
  partyId: partyRefs,
}

/** The saves of a record, newest first, with names in place of ids. @throws AppError records.notFound (404) */
export async function listRecordChanges(
  ctx: Ctx,
  { kind: key, id }: { kind: string; id: string },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<RecordHistory> {
  const kind = await requireReadableKind(ctx, key)
  const binned = await visibleRecords(ctx, kind, { deleted: true })
    .select('r.id')
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!binned) await requireRecord(ctx, kind, id)
  const query = ListQuery.parse({ limit, count: 'none', ...(cursor ? { cursor } : {}) })
  const page = await changesOfRecord(ctx, { type: 'records', id }, query)
  const items = page.items.map(({ id: changeId, at, action, actorName, changes }) => ({
    id: changeId,
    at,
    action,
    actorName,
    changes: Object.entries(changes).map(([field, { from = null, to = null }]) => ({ field, from, to })),
  }))
  await putNames(ctx, items)
  return { items, nextCursor: page.nextCursor }
}

async function putNames(ctx: Ctx, items: RecordHistory['items']): Promise<void> {
  for (const [field, namesOf] of Object.entries(namedFields)) {
    const changes = items.flatMap((item) => item.changes.filter((change) => change.field === field))
    const ids = changes.flatMap(({ from, to }) => [from, to]).filter((value) => typeof value === 'string')
    if (ids.length === 0) continue
    const names = await namesOf(ctx, ids)
    const nameOf = (value: unknown) => (typeof value === 'string' ? (names.get(value)?.name ?? value) : value)
    for (const change of changes) Object.assign(change, { from: nameOf(change.from), to: nameOf(change.to) })
  }
}
