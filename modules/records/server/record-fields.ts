import {
  type FieldRow,
  fieldOfRow,
  type ImportField,
  ownColumns,
  ownImportFields,
} from '@peyvand/imports/server'
import { type Ctx, seenCustomFields } from '@peyvand/platform/server'
import { recordTypeOf } from '../contract/index.ts'
import type { KindRow } from './record-kinds.ts'

/** What a file may bring of a kind's records, its own fields that the caller sees last. */
export const fieldsOfImport = async (ctx: Ctx, kind: KindRow): Promise<ImportField[]> => [
  ...readyFields(kind),
  ...(await ownImportFields(ctx, recordTypeOf(kind.key))),
]

/** What exports write of them: the names of files too. */
export const fieldsOfFile = async (ctx: Ctx, kind: KindRow): Promise<ImportField[]> => [
  ...readyFields(kind),
  ...ownColumns(await seenCustomFields(ctx, recordTypeOf(kind.key))),
]

function readyFields(kind: KindRow): ImportField[] {
  const rows: FieldRow[] = [
    ['id', 'شناسهٔ سامانه', 'System id', 'شناسه سیستم|record id|id', 'code'],
    ['number', 'شماره', 'Number', `کد|شماره ${kind.nameFa}|no|code|${kind.nameEn} number`, 'code'],
    ...(kind.titlePattern === null
      ? [['title', 'عنوان', 'Title', `نام|موضوع|شرح|${kind.nameFa}|name|subject|${kind.nameEn}`] as FieldRow]
      : []),
    ...(kind.states.length > 0
      ? [['state', 'وضعیت', 'State', 'مرحله|status|stage', 'value'] as FieldRow]
      : []),
    ...(kind.party === 'none'
      ? []
      : [['party', 'مخاطب', 'Party', 'مشتری|طرف حساب|شرکت|نام مشتری|customer|account', 'party'] as FieldRow]),
    ['owner', 'مسئول', 'Owner', 'کارشناس|مسئول پیگیری|assigned to', 'user'],
    ['tags', 'برچسب‌ها', 'Tags', 'برچسب|تگ|tag|labels', 'value'],
  ]
  return rows.map((row) => ({ ...fieldOfRow(row), many: row[0] === 'tags' }))
}
