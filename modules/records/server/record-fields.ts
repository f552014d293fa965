import type { ImportField } from '@peyvand/imports/server'
import type { CustomField } from '@peyvand/platform/contract'
import { type Ctx, seenCustomFields } from '@peyvand/platform/server'
import { recordTypeOf } from '../contract/index.ts'
import type { KindRow } from './record-kinds.ts'

type Row = [key: string, fa: string, en: string, synonyms: string, type?: ImportField['type']]

const columnTypes: Partial<Record<CustomField['type'], ImportField['type']>> = {
  number: 'number',
  money: 'money',
  date: 'date',
  boolean: 'boolean',
  phone: 'phone',
  email: 'email',
  oneOf: 'value',
  manyOf: 'value',
  party: 'party',
  user: 'user',
}

/** A moment with its time is left to forms. */
const leftOut: readonly CustomField['type'][] = ['instant']

/** The same without what no file of rows can bring. */
export async function fieldsOfImport(ctx: Ctx, kind: KindRow): Promise<ImportField[]> {
  const own = await seenCustomFields(ctx, recordTypeOf(kind.key))
  const files = new Set(own.flatMap(({ type, key }) => (type === 'file' ? [`custom.${key}`] : [])))
  return (await fieldsOfFile(ctx, kind)).filter(({ key }) => !files.has(key))
}

/** What a file may hold of a kind's records, its own fields that the caller sees last: read by imports, written by exports. */
export async function fieldsOfFile(ctx: Ctx, kind: KindRow): Promise<ImportField[]> {
  const own = await seenCustomFields(ctx, recordTypeOf(kind.key))
  const rows: Row[] = [
    ['id', 'شناسهٔ سامانه', 'System id', 'شناسه سیستم|record id|id', 'code'],
    ['number', 'شماره', 'Number', `کد|شماره ${kind.nameFa}|no|code|${kind.nameEn} number`, 'code'],
    ...(kind.titlePattern === null
      ? [['title', 'عنوان', 'Title', `نام|موضوع|شرح|${kind.nameFa}|name|subject|${kind.nameEn}`] as Row]
      : []),
    ...(kind.states.length > 0 ? [['state', 'وضعیت', 'State', 'مرحله|status|stage', 'value'] as Row] : []),
    ...(kind.party === 'none'
      ? []
      : [['party', 'مخاطب', 'Party', 'مشتری|طرف حساب|شرکت|نام مشتری|customer|account', 'party'] as Row]),
    ['owner', 'مسئول', 'Owner', 'کارشناس|مسئول پیگیری|assigned to', 'user'],
    ['tags', 'برچسب‌ها', 'Tags', 'برچسب|تگ|tag|labels', 'value'],
  ]
  return [
    ...rows.map(
      ([key, fa, en, synonyms, type = 'text']): ImportField => ({
        key,
        fa,
        en,
        type,
        side: 'main',
        many: key === 'tags',
        synonyms: synonyms.split('|'),
      }),
    ),
    ...own
      .filter(({ type }) => !leftOut.includes(type))
      .map(
        (field): ImportField => ({
          key: `custom.${field.key}`,
          fa: field.labelFa,
          en: field.labelEn,
          type: columnTypes[field.type] ?? 'text',
          side: 'main',
          synonyms: [field.key],
        }),
      ),
  ]
}
