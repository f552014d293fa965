import { addTags, ensureTag, labelMatch, requireTags, tagsByName } from '@peyvand/customization/server'
import { activeUser } from '@peyvand/identity/server'
import type { ImportSettings } from '@peyvand/imports/contract'
import type { ImportContext, RowItem, WrittenItem } from '@peyvand/imports/server'
import { allows, anyOf, badField, type Ctx, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { recordPermission } from '../../contract/index.ts'
import { moveToBin } from '../delete-record.ts'
import { insertRecords, type NewRecord } from '../insert-records.ts'
import type { StoredRecord } from '../record-access.ts'
import { noteChange } from '../record-events.ts'
import type { KindRow } from '../record-kinds.ts'
import { type RecordValues, writeRecord } from '../update-record.ts'
import type { RecordItem } from './record-item.ts'

/** @throws AppError badInput (400) at `settings.ownerId`, `settings.tagIds` */
export async function checkRecordSettings(ctx: Ctx, { ownerId, tagIds }: ImportSettings): Promise<void> {
  if (ownerId && !(await activeUser(ctx, ownerId)))
    throw badField('settings.ownerId', 'records.ownerInactive')
  if (tagIds.length > 0) await requireTags(ctx, tagIds)
}

/** The row's own, else the import's, else the importing user. */
function ownerOf(ctx: Ctx, item: RecordItem, { ownerId: given }: ImportSettings) {
  const ownerId = item.ownerId ?? given ?? ctx.actor.userId
  return { ownerId, teamId: ownerId === ctx.actor.userId ? (ctx.actor.teamIds[0] ?? null) : null }
}

/** Who makes records of their own only cannot import for others. */
export const problemOfNewRecord = (
  ctx: Ctx,
  kind: KindRow,
  { item, settings }: { item: RecordItem; settings: ImportSettings },
): string | null =>
  allows(ctx.actor, recordPermission(kind.key, 'create'), ownerOf(ctx, item, settings))
    ? null
    : 'imports.notYourOwner'

type Item = RowItem<RecordItem>

/** Writes new records and changes known ones; each row describes one record. */
export async function writeRecords(
  ctx: Ctx,
  kind: KindRow,
  { rows, context: { importId, settings } }: { rows: readonly Item[][]; context: ImportContext },
): Promise<WrittenItem[][]> {
  const tags = await tagsFor(ctx, rows.flat())
  const fresh = rows.flat().filter(({ isNew }) => isNew)
  await insertRecords(
    ctx,
    kind,
    fresh.map(
      ({ ref, data }): NewRecord => ({
        id: ref,
        title: data.title ?? undefined,
        number: data.number ?? undefined,
        state: data.state ?? kind.states[0]?.key ?? null,
        partyId: data.partyId,
        ...ownerOf(ctx, data, settings),
        custom: data.custom,
      }),
    ),
    { source: 'import', sourceId: importId },
  )
  const written: WrittenItem[][] = []
  for (const items of rows) {
    const ofRow: WrittenItem[] = []
    for (const item of items) ofRow.push(await writeItem(ctx, kind, { item, settings, tags }))
    written.push(ofRow)
  }
  return written
}

interface Writing {
  item: Item
  settings: ImportSettings
  tags: ReadonlyMap<string, string>
}

async function writeItem(ctx: Ctx, kind: KindRow, { item, settings, tags }: Writing): Promise<WrittenItem> {
  const tagIds = [
    ...new Set([
      ...(item.isNew ? settings.tagIds : []),
      ...item.data.tags.flatMap((name) => tags.get(labelMatch(name)) ?? []),
    ]),
  ]
  const overwrites = settings.duplicates === 'overwrite'
  const changes = !item.isNew && item.change && (overwrites || settings.duplicates === 'fill')
  const trace = changes ? await changeKnown(ctx, kind, item, overwrites) : null
  if (tagIds.length > 0 && (item.isNew || changes)) await addTags(ctx, 'records', [item.ref], tagIds)
  return { id: item.ref, isNew: item.isNew, trace }
}

/** What a change was and what it wrote, field by field. */
type Trace = Record<string, { from: unknown; to: unknown }>

async function changeKnown(
  ctx: Ctx,
  kind: KindRow,
  { ref, data }: Item,
  overwrites: boolean,
): Promise<Trace | null> {
  const [row] = await lockedRows(ctx, [ref])
  if (!row) return null
  const custom = readCustomValues(row.custom)
  const trace: Trace = {}
  const take = (field: string, now: unknown, given: unknown) => {
    if (given === null || given === undefined || same(now, given)) return
    if (overwrites || (now ?? null) === null) trace[field] = { from: now ?? null, to: given }
  }
  for (const field of ['state', 'partyId', 'ownerId', 'number'] as const) take(field, row[field], data[field])
  if (kind.titlePattern === null) take('title', row.title, data.title)
  for (const [key, value] of Object.entries(data.custom)) take(`custom.${key}`, custom[key], value)
  if (Object.keys(trace).length === 0) return null
  await apply(ctx, kind, row, valuesOf(trace, 'to'))
  return trace
}

/** New records go to the recycle bin; changed fields that still hold the imported value get their old ones. */
export async function undoRecords(ctx: Ctx, kind: KindRow, items: readonly WrittenItem[]): Promise<void> {
  const made = items.filter(({ isNew }) => isNew).map(({ id }) => id)
  for (const row of await lockedRows(ctx, made)) if (row.deletedAt === null) await moveToBin(ctx, kind, row)
  for (const { id, trace } of [...items].reverse()) {
    const [row] = trace ? await lockedRows(ctx, [id]) : []
    if (!row) continue
    const custom = readCustomValues(row.custom)
    const kept = Object.entries(trace as Trace).filter(([field, { to }]) => {
      const own = /^custom\.(.+)$/.exec(field)?.[1]
      return same(own ? custom[own] : row[field as keyof StoredRecord], to)
    })
    if (kept.length > 0) await apply(ctx, kind, row, valuesOf(Object.fromEntries(kept), 'from'))
  }
}

function valuesOf(trace: Trace, which: 'from' | 'to'): RecordValues {
  const values: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  for (const [field, change] of Object.entries(trace)) {
    const own = /^custom\.(.+)$/.exec(field)?.[1]
    if (own) custom[own] = change[which]
    else values[field] = change[which]
  }
  return { ...values, custom }
}

async function apply(ctx: Ctx, kind: KindRow, row: StoredRecord, values: RecordValues): Promise<void> {
  noteChange(ctx, kind, { before: row, after: await writeRecord(ctx, kind, row, values) })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

async function lockedRows(ctx: Ctx, ids: readonly string[]): Promise<StoredRecord[]> {
  if (ids.length === 0) return []
  return ctx.db
    .selectFrom('records')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Ids of the tags that rows name; those that are missing are made. */
async function tagsFor(ctx: Ctx, items: readonly Item[]): Promise<Map<string, string>> {
  const names = [...new Set(items.flatMap(({ data }) => data.tags))]
  if (names.length === 0) return new Map()
  const known = await tagsByName(ctx)
  for (const name of names)
    if (!known.has(labelMatch(name))) known.set(labelMatch(name), (await ensureTag(ctx, { name })).id)
  return known
}
