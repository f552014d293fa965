import type { ImportField } from '@peyvand/imports/server'
import type { CustomField } from '@peyvand/platform/contract'
import { type Ctx, may, seenCustomFields } from '@peyvand/platform/server'

type Row = [key: string, fa: string, en: string, synonyms: string, type?: ImportField['type']]

const rows: readonly Row[] = [
  ['id', 'شناسهٔ سامانه', 'System id', 'شناسه سیستم|record id|id', 'code'],
  ['code', 'کد', 'Code', 'کد کالا|کد محصول|شماره کالا|sku|product code|item code', 'code'],
  ['name', 'نام', 'Name', 'نام کالا|عنوان|شرح کالا|نام محصول|محصول|کالا|product|title|item'],
  ['nameLatin', 'نام لاتین', 'Latin name', 'نام انگلیسی|english name'],
  ['kind', 'نوع', 'Kind', 'نوع کالا|type', 'value'],
  ['group', 'گروه کالا', 'Product group', 'گروه|دسته|دسته‌بندی|category|group', 'value'],
  ['unit', 'واحد', 'Unit', 'واحد اصلی|واحد شمارش|unit of measure|uom', 'value'],
  ['barcode', 'بارکد', 'Barcode', 'بار کد|ean|gtin', 'code'],
  ['taxCode', 'شناسهٔ کالا/خدمت', 'Tax code', 'شناسه کالا|شناسه مالیاتی|stuff id', 'code'],
  ['vatClass', 'مالیات ارزش افزوده', 'VAT', 'رده مالیاتی|مالیات|vat class|tax class', 'value'],
  ['tracking', 'ردیابی', 'Tracking', 'سریال|tracking', 'value'],
  ['warrantyMonths', 'ضمانت (ماه)', 'Warranty (months)', 'گارانتی|مدت ضمانت|warranty', 'number'],
  ['warrantyTerms', 'شرایط ضمانت', 'Warranty terms', 'شرایط گارانتی'],
  ['description', 'توضیحات', 'Description', 'شرح|مشخصات|notes'],
  ['active', 'عرضه می‌شود', 'On offer', 'فعال|وضعیت|active', 'boolean'],
]

/** Only for who sets prices. */
const price: Row = ['price', 'قیمت', 'Price', 'قیمت فروش|قیمت واحد|فی|بها|unit price|sales price', 'money']

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

/** What no cell of a file can hold. */
const leftOut: readonly CustomField['type'][] = ['instant', 'file']

/** What a file may hold of products, the firm's own fields that the caller sees last. */
export async function productImportFields(ctx: Ctx): Promise<ImportField[]> {
  const own = await seenCustomFields(ctx, 'products')
  return [
    ...[...rows, ...(may(ctx.actor, 'catalog.managePrices') ? [price] : [])].map(
      ([key, fa, en, synonyms, type = 'text']): ImportField => ({
        key,
        fa,
        en,
        type,
        side: 'main',
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
