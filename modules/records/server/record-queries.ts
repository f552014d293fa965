import { filesOf } from '@peyvand/files/server'
import { userName } from '@peyvand/identity/server'
import type { ListQuery, ListSummary, SummaryQuery } from '@peyvand/platform/contract'
import {
  type Ctx,
  describeList,
  notFound,
  requireVersion,
  runList,
  summarizeList,
  together,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { FirmRecord, RecordRow } from '../contract/index.ts'
import { recordAbilities, requireReadableKind, type StoredRecord, visibleRecords } from './record-access.ts'
import { type KindRow, readableKinds } from './record-kinds.ts'
import { recordRows, ref, selectNamed } from './record-rows.ts'
import { recordSource } from './record-source.ts'

/** One page of a kind's records, or of those in its bin. @throws AppError records.kindNotFound (404) */
export async function listRecords(
  ctx: Ctx,
  key: string,
  { deleted = false, ...query }: ListQuery & { deleted?: boolean },
) {
  const kind = await requireReadableKind(ctx, key)
  const rows = selectNamed(visibleRecords(ctx, kind, { deleted }))
  const page = await runList(ctx, { source: await recordSource(ctx, kind), rows, query })
  return { ...page, items: await recordRows(ctx, page.items) }
}

/** The list's fields for the filter builder and the column chooser, labels in the caller's language. */
export async function recordFields(ctx: Ctx, key: string) {
  return describeList(ctx, await recordSource(ctx, await requireReadableKind(ctx, key)))
}

/** Counts and values over everything that a filter of the list matches, whole and by group. */
export async function summarizeRecords(ctx: Ctx, key: string, query: SummaryQuery): Promise<ListSummary> {
  const kind = await requireReadableKind(ctx, key)
  const rows = visibleRecords(ctx, kind).select('r.id')
  return summarizeList(ctx, { source: await recordSource(ctx, kind), rows, query })
}

/** @throws AppError records.kindNotFound, records.notFound (404) */
export async function getRecord(
  ctx: Ctx,
  { kind: key, id, deleted = false }: { kind: string; id: string; deleted?: boolean },
): Promise<FirmRecord> {
  return recordView(ctx, await requireReadableKind(ctx, key), id, { deleted })
}

/** @throws AppError records.notFound (404) */
export async function recordView(
  ctx: Ctx,
  kind: KindRow,
  id: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<FirmRecord> {
  const row = await selectNamed(visibleRecords(ctx, kind, { deleted }))
    .select([
      userName(sql`r.created_by`).as('createdByName'),
      userName(sql`r.updated_by`).as('updatedByName'),
    ])
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('records.notFound')
  const [[view], files] = await together([recordRows(ctx, [row]), filesOf(ctx, 'records', id)])
  return {
    ...(view as RecordRow),
    files,
    createdBy: ref(row.createdBy, row.createdByName),
    updatedBy: ref(row.updatedBy, row.updatedByName),
    can: recordAbilities(ctx, kind, row),
  }
}

/** @throws AppError versionConflict (409) with the record as it is now, where it was changed since `given` */
export async function requireLatest(
  ctx: Ctx,
  kind: KindRow,
  row: StoredRecord,
  given: number,
): Promise<void> {
  if (row.version !== given) requireVersion(row, given, await recordView(ctx, kind, row.id))
}

const mostOfKind = 200

/** Records of all kinds in a party's file that the caller may see, newest first. */
export async function recordsOfParty(ctx: Ctx, partyId: string) {
  const kinds = (await readableKinds(ctx)).filter((kind) => kind.party !== 'none')
  const found = []
  for (const kind of kinds) {
    const rows = await selectNamed(visibleRecords(ctx, kind))
      .where('r.partyId', '=', partyId)
      .orderBy('r.createdAt', 'desc')
      .orderBy('r.id', 'desc')
      .limit(mostOfKind + 1)
      .execute()
    const items = await recordRows(ctx, rows.slice(0, mostOfKind))
    found.push({ kind: kind.key, items, more: rows.length > mostOfKind })
  }
  return { kinds: found }
}
