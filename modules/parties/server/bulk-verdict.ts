import { tagsOf } from '@peyvand/customization/server'
import { sameValue } from '@peyvand/history/server'
import { allows, type Ctx, type KeptRow, readCustomValues, type Verdict } from '@peyvand/platform/server'
import { z } from 'zod'
import type { BulkAction } from '../contract/index.ts'
import type { KeptChanges } from './bulk-actions.ts'
import { beyondGroups } from './group-limits.ts'
import { groupByKey } from './group-queries.ts'
import { isMember, membersOf } from './membership-rows.ts'
import type { PartyTableRow } from './party-row.ts'
import { takenMeanwhile } from './taken.ts'

/** What a bulk change keeps of a party, as its action needs it. */
export const KeptParty = z.object({ before: z.record(z.string(), z.unknown()) })
type KeptParty = z.infer<typeof KeptParty>
export type BulkRow = KeptRow<PartyTableRow, KeptParty>

/** Which of the parties the caller may do or undo an action to. */
export async function mayAct(
  ctx: Ctx,
  { type }: BulkAction,
  rows: readonly PartyTableRow[],
): Promise<(row: PartyTableRow) => boolean> {
  const permission = type === 'delete' || type === 'restore' ? 'parties.delete' : 'parties.update'
  const beyond = await beyondGroups(
    ctx,
    rows.map(({ id }) => id),
  )
  return (row) => allows(ctx.actor, permission, row) && !beyond.has(row.id)
}

/** How parties that an action changed are judged when it is taken back. */
export async function judgeParties(
  ctx: Ctx,
  action: BulkAction,
  kept: readonly BulkRow[],
): Promise<(one: BulkRow) => Verdict> {
  const { type } = action
  const rows = kept.map(({ row }) => row)
  const ids = rows.map(({ id }) => id)
  const isAllowed = await mayAct(ctx, action, rows)
  const taken = type === 'delete' ? await takenMeanwhile(ctx, ids) : new Map<string, string>()
  const changed = await changedFields(ctx, action, kept)
  return ({ row }) => {
    const isBinned = row.deletedAt !== null
    // Who brought it back by hand has done what the undo would.
    if (type === 'delete' && !isBinned) return 'nothingLeft'
    if (type !== 'delete' && isBinned) return type === 'restore' ? 'nothingLeft' : 'deleted'
    if (!isAllowed(row)) return 'forbidden'
    if (taken.has(row.id)) return 'taken'
    const fields = changed.get(row.id)
    return fields ? { changed: fields.changed, goesBack: !fields.isWhole } : 'goesBack'
  }
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
  kept: readonly BulkRow[],
): Promise<Map<string, Changed>> {
  const found = new Map<string, Changed>()
  const note = (id: string, changed: string[], isWhole = true) => void found.set(id, { changed, isWhole })
  const rows = kept.map(({ row }) => row)
  const ids = rows.map(({ id }) => id)
  if (action.type === 'update' || action.type === 'assign') {
    for (const { row, kept: was } of kept) {
      const changes = was.before as KeptChanges
      const open = untouchedFields(row, changes)
      const touched = Object.keys(changes).filter((field) => !open.includes(field))
      if (touched.length > 0) note(row.id, touched, open.length === 0)
    }
  }
  if (action.type === 'tag') {
    const tags = await tagsOf(ctx, 'parties', ids)
    for (const { row, kept: was } of kept) {
      const { id } = row
      const { added, removed } = TagChange.parse(was.before)
      const has = new Set(tags.get(id)?.map((tag) => tag.id))
      const open = added.filter((tag) => has.has(tag)).length + removed.filter((tag) => !has.has(tag)).length
      if (open < added.length + removed.length) note(id, ['tags'], open === 0)
    }
  }
  if (action.type === 'join' || action.type === 'leave') {
    const members = await membersOf(ctx, await groupByKey(ctx, action.group), rows)
    for (const { row, kept: was } of kept) {
      const place = members.get(row.id)
      const { joinedAs } = was.before
      const isAsLeft =
        action.type === 'leave'
          ? !isMember(place)
          : isMember(place) && (joinedAs === undefined || place.state === joinedAs)
      if (!isAsLeft) note(row.id, [`groups.${action.group}`])
    }
  }
  return found
}

/** The fields that still hold what a change gave them. A team that came with its owner goes with them. */
function untouchedFields(row: PartyTableRow, changes: KeptChanges): string[] {
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

/** The old values of the fields that still hold what a change gave them. */
export function valuesBack(row: PartyTableRow, kept: KeptChanges) {
  const columns: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  const changes: KeptChanges = {}
  for (const field of untouchedFields(row, kept)) {
    const { from = null, to = null } = kept[field] ?? {}
    if (field.startsWith('custom.')) custom[field.slice('custom.'.length)] = from
    else columns[field] = from
    changes[field] = { from: to, to: from }
  }
  return { columns: columns as Partial<PartyTableRow>, custom, changes }
}
