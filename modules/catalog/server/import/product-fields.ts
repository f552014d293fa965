import { type FieldRow, fieldOfRow, type ImportField, ownImportFields } from '@peyvand/imports/server'
import { type Ctx, may } from '@peyvand/platform/server'

const rows: readonly FieldRow[] = [
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
  ['tags', 'برچسب‌ها', 'Tags', 'برچسب|تگ|tag|labels', 'value'],
]

/** Only for who sets prices. */
const price: FieldRow = [
  'price',
  'قیمت',
  'Price',
  'قیمت فروش|قیمت واحد|فی|بها|unit price|sales price',
  'money',
]

/** What a file may hold of products, the firm's own fields that the caller sees last. */
export const productImportFields = async (ctx: Ctx): Promise<ImportField[]> => [
  ...rows.map((row) => ({ ...fieldOfRow(row), many: row[0] === 'tags' })),
  ...(may(ctx.actor, 'catalog.managePrices') ? [fieldOfRow(price)] : []),
  ...(await ownImportFields(ctx, 'products')),
]
