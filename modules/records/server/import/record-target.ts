import type { Candidate, ImportTarget, ReadItem } from '@peyvand/imports/server'
import { allows, anyOf, type Ctx, may } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordPermission, recordTypeOf } from '../../contract/index.ts'
import { fieldsOfImport } from '../record-fields.ts'
import { type KindRow, kindsInUse } from '../record-kinds.ts'
import type { RecordItem } from './record-item.ts'
import { recordReader } from './record-reader.ts'
import { recordStays } from './record-stays.ts'
import { checkRecordSettings, importRecords, problemOfNewRecord, undoRecords } from './record-writer.ts'

/** How records of the kinds that the caller may make are imported. */
export async function recordTargets(ctx: Ctx): Promise<ImportTarget[]> {
  const kinds = (await kindsInUse(ctx)).filter(({ key }) => may(ctx.actor, recordPermission(key, 'create')))
  return kinds.map(targetOf)
}

function targetOf(kind: KindRow): ImportTarget {
  const target: ImportTarget<RecordItem> = {
    record: recordTypeOf(kind.key),
    permission: recordPermission(kind.key, 'create'),
    tables: ['records', 'custom_texts', 'custom_numbers', 'custom_dates'],
    matchBy: ['id', 'number'],
    fields: (ctx) => fieldsOfImport(ctx, kind),
    reader: (ctx, mapping, { importId }) => recordReader(ctx, kind, { mapping, importId }),
    candidates: (ctx, items) => candidatesOf(ctx, kind, items),
    checkSettings: checkRecordSettings,
    problemOfNew: (ctx, item, settings) => problemOfNewRecord(ctx, kind, { item, settings }),
    write: (ctx, rows, context) => importRecords(ctx, kind, { rows, context }),
    stays: (ctx, items, since) => recordStays(ctx, kind, { items, since }),
    undo: (ctx, items) => undoRecords(ctx, kind, items),
  }
  return target as ImportTarget
}

/** Records of the kind with the ids or numbers of rows, of everybody's: nobody's record is entered twice. */
async function candidatesOf(
  ctx: Ctx,
  kind: KindRow,
  items: readonly Pick<ReadItem, 'keys'>[],
): Promise<Candidate[]> {
  const keys = items.flatMap((item) => item.keys)
  const of = (name: string) =>
    keys.flatMap((key) => (key.startsWith(`${name}:`) ? [key.slice(name.length + 1)] : []))
  const ids = of('id').filter((id) => /^[0-9a-f-]{36}$/i.test(id))
  const numbers = of('number')
  const found: RawBuilder<SqlBool>[] = [
    ...(ids.length > 0 ? [anyOf(sql`id`, ids)] : []),
    // A number of the recycle bin is taken too.
    ...(numbers.length > 0 ? [anyOf(sql`number`, numbers, 'text')] : []),
  ]
  if (found.length === 0) return []
  const rows = await ctx.db
    .selectFrom('records')
    .select(['id', 'number', 'ownerId', 'teamId', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('kindId', '=', kind.id)
    .where(sql<SqlBool>`(${sql.join(found, sql` or `)})`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: kind.key,
    keys: [`id:${row.id}`, `number:${row.number}`],
    changeable:
      row.deletedAt === null &&
      allows(ctx.actor, recordPermission(kind.key, 'update'), row) &&
      allows(ctx.actor, recordPermission(kind.key, 'read'), row),
  }))
}
