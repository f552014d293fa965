import { tagsOf } from '@peyvand/customization/server'
import { sameValue } from '@peyvand/history/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { allows, anyOf, type Ctx, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import type { BulkAction } from '../contract/index.ts'
import type { KeptChanges } from './bulk-actions.ts'
import { groupByKey } from './group-queries.ts'
import { isMember, membersOf } from './membership-rows.ts'
import type { PartyTableRow } from './party-row.ts'
import { takenMeanwhile } from './taken.ts'

/** What a bulk change has kept of one record. */
export interface KeptParty {
  partyId: string
  before: Record<string, unknown>
}

export interface Verdict {
  /** Records to bring back, locked where that was asked. */
  free: PartyTableRow[]
  stays: UndoStay[]
}

/**
 * Which of the records a bulk change did something to may be brought back now, and why others stay. A record of which
 * a part was changed since is among both.
 */
export async function judgeBulk(
  ctx: Ctx,
  action: BulkAction,
  { kept, lock }: { kept: readonly KeptParty[]; lock: boolean },
): Promise<Verdict> {
  const rows = await ctx.db
    .selectFrom('parties')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where(
      anyOf(
        sql`id`,
        kept.map(({ partyId }) => partyId),
      ),
    )
    .orderBy('id')
    .$if(lock, (qb) => qb.forUpdate())
    .execute()
  const stays: UndoStay[] = []
  const stay = (row: PartyTableRow, reason: UndoStay['reason'], fields: string[] = []) =>
    void stays.push({ record: 'parties', id: row.id, name: row.displayName, reason, fields })
  const permission =
    action.type === 'delete' || action.type === 'restore' ? 'parties.delete' : 'parties.update'
  const taken =
    action.type === 'delete'
      ? await takenMeanwhile(
          ctx,
          rows.map(({ id }) => id),
        )
      : new Map()
  const changed = await changedFields(ctx, action, { rows, kept })
  const free = rows.filter((row) => {
    const isBinned = row.deletedAt !== null
    // Who brought it back by hand has done what the undo would.
    if (action.type === 'delete' && !isBinned) return false
    if (action.type !== 'delete' && isBinned) {
      if (action.type !== 'restore') stay(row, 'deleted')
      return false
    }
    if (!allows(ctx.actor, permission, row)) stay(row, 'forbidden')
    else if (taken.has(row.id)) stay(row, 'taken')
    else {
      const fields = changed.get(row.id)
      if (fields) stay(row, 'changed', fields.changed)
      return !fields?.isWhole
    }
    return false
  })
  return { free, stays }
}

export const TagChange = z.object({ added: z.array(z.uuid()), removed: z.array(z.uuid()) })

interface Changed {
  changed: string[]
  /** Nothing of what the bulk change did is left to take back. */
  isWhole: boolean
}

/** What of a bulk change's work was changed again since, by record. */
async function changedFields(
  ctx: Ctx,
  action: BulkAction,
  { rows, kept }: { rows: readonly PartyTableRow[]; kept: readonly KeptParty[] },
): Promise<Map<string, Changed>> {
  const before = new Map(kept.map((one) => [one.partyId, one.before]))
  const found = new Map<string, Changed>()
  const note = (id: string, changed: string[], isWhole = true) => void found.set(id, { changed, isWhole })
  const ids = rows.map(({ id }) => id)
  if (action.type === 'update' || action.type === 'assign') {
    for (const row of rows) {
      const changes = (before.get(row.id) ?? {}) as KeptChanges
      const open = untouchedFields(row, changes)
      const touched = Object.keys(changes).filter((field) => !open.includes(field))
      if (touched.length > 0) note(row.id, touched, open.length === 0)
    }
  }
  if (action.type === 'tag') {
    const tags = await tagsOf(ctx, 'parties', ids)
    for (const { id } of rows) {
      const { added, removed } = TagChange.parse(before.get(id))
      const has = new Set(tags.get(id)?.map((tag) => tag.id))
      const open = added.filter((tag) => has.has(tag)).length + removed.filter((tag) => !has.has(tag)).length
      if (open < added.length + removed.length) note(id, ['tags'], open === 0)
    }
  }
  if (action.type === 'join' || action.type === 'leave') {
    const members = await membersOf(ctx, await groupByKey(ctx, action.group), rows)
    for (const { id } of rows) {
      const place = members.get(id)
      const { joinedAs } = before.get(id) ?? {}
      const isAsLeft =
        action.type === 'leave'
          ? !isMember(place)
          : isMember(place) && (joinedAs === undefined || place.state === joinedAs)
      if (!isAsLeft) note(id, [`groups.${action.group}`])
    }
  }
  return found
}

/** The fields that still hold what a change gave them. A team that came with its owner goes with them. */
export function untouchedFields(row: PartyTableRow, changes: KeptChanges): string[] {
  const custom = readCustomValues(row.custom)
  const fields = Object.entries(changes).flatMap(([field, { to }]) => {
    const now = field.startsWith('custom.')
      ? custom[field.slice('custom.'.length)]
      : row[field as keyof PartyTableRow]
    return sameValue(now, to) ? [field] : []
  })
  const isOwnerChanged = 'ownerId' in changes && !fields.includes('ownerId')
  return isOwnerChanged ? fields.filter((field) => field !== 'teamId') : fields
}
