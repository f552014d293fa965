import { addTags, ensureTags, labelMatch, requireTags } from '@peyvand/customization/server'
import { activeUser } from '@peyvand/identity/server'
import type { ImportSettings } from '@peyvand/imports/contract'
import {
  changesOfRows,
  type FieldTrace,
  type FieldValues,
  flatValues,
  type ImportContext,
  type RowItem,
  splitValues,
  valuesBack,
  type WrittenItem,
} from '@peyvand/imports/server'
import { allows, anyOf, badField, type Ctx, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { recordPermission } from '../../contract/index.ts'
import { moveToBin } from '../delete-record.ts'
import { insertRecords, type NewRecord } from '../insert-records.ts'
import type { StoredRecord } from '../record-access.ts'
import { noteChange } from '../record-events.ts'
import type { KindRow } from '../record-kinds.ts'
import { type Written, writeRecords } from '../write-records.ts'
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
export async function importRecords(
  ctx: Ctx,
  kind: KindRow,
  { rows, context: { importId, settings } }: { rows: readonly Item[][]; context: ImportContext },
): Promise<WrittenItem[][]> {
  const tags = await ensureTags(
    ctx,
    rows.flat().flatMap(({ data }) => data.tags),
  )
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
  const traces = await changeKnown(ctx, kind, { rows, settings })
  await tagItems(ctx, { items: rows.flat(), settings, tags, traces })
  return rows.map((items) =>
    items.map((item) => ({
      id: item.ref,
      isNew: item.isNew,
      trace: item.isNew ? null : (traces.get(item) ?? null),
    })),
  )
}

/** Changes the records that rows know, each once however many rows name it; answers what each row changed. */
async function changeKnown(
  ctx: Ctx,
  kind: KindRow,
  { rows, settings }: { rows: readonly Item[][]; settings: ImportSettings },
): Promise<Map<Item, FieldTrace>> {
  const overwrites = settings.duplicates === 'overwrite'
  const mayChange = overwrites || settings.duplicates === 'fill'
  const known = rows.flat().filter(({ isNew, change }) => !isNew && change && mayChange)
  const before = await lockedRows(ctx, [...new Set(known.map(({ ref }) => ref))])
  const { traces, values } = changesOfRows(known, {
    stored: new Map(before.map((row) => [row.id, valuesOf(row)])),
    given: ({ data }) => givenValues(kind, data),
    overwrites,
  })
  await apply(ctx, kind, writtenValues(before, values))
  return traces
}

const valuesOf = (row: StoredRecord) => flatValues({ ...row, custom: readCustomValues(row.custom) })

/** What a row may change of a record that is there. */
const givenValues = (kind: KindRow, { state, partyId, ownerId, number, title, custom }: RecordItem) =>
  flatValues({
    state,
    partyId,
    ownerId,
    number,
    ...(kind.titlePattern === null ? { title } : {}),
    custom,
  })

const writtenValues = (
  before: readonly StoredRecord[],
  values: ReadonlyMap<string, FieldValues>,
): Written[] =>
  before.flatMap((row) => {
    const given = values.get(row.id)
    return given ? [{ before: row, values: splitValues(given) }] : []
  })

interface Tagging {
  items: readonly Item[]
  settings: ImportSettings
  /** Ids by how labels are compared. */
  tags: ReadonlyMap<string, string>
  traces: ReadonlyMap<Item, FieldTrace>
}

/** New and changed records get the tags of their rows: those with the same ones by one statement. */
async function tagItems(ctx: Ctx, { items, settings, tags, traces }: Tagging): Promise<void> {
  const alike = new Map<string, { tagIds: string[]; ids: string[] }>()
  for (const item of items) {
    if (!item.isNew && !traces.has(item)) continue
    const named = item.data.tags.flatMap((name) => tags.get(labelMatch(name)) ?? [])
    const tagIds = [...new Set([...(item.isNew ? settings.tagIds : []), ...named])].toSorted()
    const group = alike.get(tagIds.join()) ?? { tagIds, ids: [] }
    alike.set(tagIds.join(), group)
    group.ids.push(item.ref)
  }
  for (const { tagIds, ids } of alike.values()) await addTags(ctx, 'records', ids, tagIds)
}

/** New records go to the recycle bin; changed fields that still hold the imported value get their old ones. */
export async function undoRecords(ctx: Ctx, kind: KindRow, items: readonly WrittenItem[]): Promise<void> {
  const made = items.filter(({ isNew }) => isNew).map(({ id }) => id)
  const present = (await lockedRows(ctx, made)).filter(({ deletedAt }) => deletedAt === null)
  await moveToBin(ctx, kind, present)
  const traced = items.filter(({ trace }) => trace !== null)
  const before = await lockedRows(ctx, [...new Set(traced.map(({ id }) => id))])
  const back = new Map(
    before.flatMap((row) => {
      const traces = traced.flatMap(({ id, trace }) => (id === row.id ? [trace as FieldTrace] : []))
      const values = valuesBack(valuesOf(row), traces)
      return Object.keys(values).length > 0 ? [[row.id, values] as const] : []
    }),
  )
  await apply(ctx, kind, writtenValues(before, back))
}

async function apply(ctx: Ctx, kind: KindRow, written: readonly Written[]): Promise<void> {
  const after = await writeRecords(ctx, kind, written)
  for (const [index, { before }] of written.entries())
    noteChange(ctx, kind, { before, after: after[index] as StoredRecord })
}

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
