import { requireTags, tagsOf } from '@peyvand/customization/server'
import { activeUser, usersByIds } from '@peyvand/identity/server'
import { Selection } from '@peyvand/platform/contract'
import {
  badField,
  type Ctx,
  defineBulkChange,
  type KeptRow,
  requirePermission,
  type Verdict,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { BulkRecordAction } from '../contract/index.ts'
import { actOn, takenMeanwhile } from './bulk-acts.ts'
import { type BeforeBulk, KeptRecord, putBack } from './bulk-put-back.ts'
import { lackingForState } from './condition-fields.ts'
import { reaches, requireReadableKind, type StoredRecord, visibleRecords } from './record-access.ts'
import { requireState } from './record-input.ts'
import { type KindRow, kindOfKey, kindPlural } from './record-kinds.ts'
import { recordSource } from './record-source.ts'

const BulkInput = z.object({ kind: z.string(), selection: Selection, action: BulkRecordAction })
type BulkInput = z.infer<typeof BulkInput>

/** Starts a change of many records of a kind; it goes on as an operation that can be undone for 30 days. */
export async function bulkChangeRecords(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  requirePermission(ctx, 'records.massUpdate')
  const { action } = input
  const kind = await requireReadableKind(ctx, input.kind)
  if (action.type === 'reassign' && !(await activeUser(ctx, action.ownerId)))
    throw badField('action.ownerId', 'records.ownerInactive')
  if (action.type === 'setState') requireState(kind, action.state)
  if (action.type === 'addTags') await requireTags(ctx, action.tagIds)
  return bulkRecordChange.start(ctx, input)
}

interface Work {
  kind: KindRow
  action: BulkRecordAction
}

/** Changes of many records. */
export const bulkRecordChange = defineBulkChange({
  kind: 'records.bulk',
  input: BulkInput,
  record: 'records',
  nameOf: ({ title }) => title,
  keeps: { table: 'recordBulkChanges', id: 'recordId', as: KeptRecord },
  open: async (ctx, { kind, action }): Promise<Work> => ({
    kind: await requireReadableKind(ctx, kind),
    action,
  }),
  among: async (ctx, { kind, action }) => ({
    source: await recordSource(ctx, kind),
    rows: visibleRecords(ctx, kind, { deleted: action.type === 'restore' }).selectAll('r'),
  }),
  change,
  judge,
  putBack: (ctx, { kind, action }, rows) => putBack(ctx, kind, { rows, action }),
  describe,
})

/**
 * Does the action to those that may be changed. What is as it shall be already stays as it is: there is nothing to do,
 * and nothing to undo.
 */
async function change(ctx: Ctx, { kind, action }: Work, rows: readonly StoredRecord[]) {
  const unfit = await unfitFor(ctx, kind, { rows, action })
  const allowed = rows.filter((row) => !unfit.has(row.id) && mayAct(ctx, { kind, action }, row))
  const tags = await tagsOf(
    ctx,
    'records',
    allowed.map(({ id }) => id),
  )
  const known = allowed.map((row) => {
    const { state, ownerId, teamId } = row
    const tagIds = (tags.get(row.id) ?? []).map(({ id }) => id)
    return { row, before: { state, ownerId, teamId, tagIds } }
  })
  const changed = known.filter(({ before }) => !isDone(action, before))
  await actOn(
    ctx,
    kind,
    changed.map(({ row }) => row),
    action,
  )
  return { done: allowed.length, kept: changed.map(({ row: { id }, before }) => ({ id, before })) }
}

function isDone(action: BulkRecordAction, { state, ownerId, tagIds }: BeforeBulk): boolean {
  switch (action.type) {
    case 'setState':
      return state === action.state
    case 'reassign':
      return ownerId === action.ownerId
    case 'addTags':
      return action.tagIds.every((id) => tagIds.includes(id))
    case 'removeTags':
      return !action.tagIds.some((id) => tagIds.includes(id))
    default:
      return false
  }
}

/** Records that cannot have the action done to them, whoever asks. */
async function unfitFor(
  ctx: Ctx,
  kind: KindRow,
  { rows, action }: { rows: readonly StoredRecord[]; action: BulkRecordAction },
): Promise<ReadonlySet<string>> {
  if (action.type === 'restore') return takenMeanwhile(ctx, kind, rows)
  if (action.type === 'setState') return lackingForState(ctx, kind, { rows, state: action.state })
  return new Set()
}

/** Whether the caller may do or undo it to the record. */
const mayAct = (ctx: Ctx, { kind, action: { type } }: Work, row: StoredRecord): boolean =>
  reaches(ctx, kind, type === 'delete' || type === 'restore' ? 'delete' : 'update', row)

async function judge(
  ctx: Ctx,
  work: Work,
  rows: readonly KeptRow<StoredRecord, KeptRecord>[],
): Promise<(one: { row: StoredRecord }) => Verdict> {
  const { kind, action } = work
  const stored = rows.map(({ row }) => row)
  const taken = action.type === 'delete' ? await takenMeanwhile(ctx, kind, stored) : null
  return ({ row }) => {
    if (!mayAct(ctx, work, row)) return 'forbidden'
    if (action.type === 'delete' && row.deletedAt === null) return 'changed'
    if (action.type !== 'delete' && row.deletedAt !== null) return 'deleted'
    if (action.type === 'setState' && row.state !== action.state) return 'changed'
    if (action.type === 'reassign' && row.ownerId !== action.ownerId) return 'changed'
    return taken?.has(row.id) ? 'taken' : 'goesBack'
  }
}

async function describe(ctx: Ctx, { kind: key, action }: BulkInput): Promise<string> {
  const kind = await kindOfKey(ctx, key)
  const state = action.type === 'setState' && kind?.states.find((one) => one.key === action.state)
  const owner = action.type === 'reassign' && (await usersByIds(ctx, [action.ownerId])).get(action.ownerId)
  return ctx.registry.translate(ctx.locale, `records.did.${action.type}`, {
    kind: kind ? kindPlural(ctx, kind) : key,
    state: state ? (ctx.locale === 'fa' ? state.labelFa : state.labelEn) : '—',
    owner: owner ? owner.name : '—',
  })
}
