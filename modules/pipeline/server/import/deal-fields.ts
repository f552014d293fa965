import { type FieldRow, fieldOfRow, type ImportField, ownImportFields } from '@peyvand/imports/server'
import type { Ctx } from '@peyvand/platform/server'

// Labels are those of lists and exports, so that an export is understood without a question.
const rows: readonly FieldRow[] = [
  ['id', 'شناسهٔ سامانه', 'System id', 'شناسه سیستم|record id|id', 'code'],
  ['number', 'شماره', 'Number', 'شماره فرصت|کد فرصت|deal number|deal id|opportunity number', 'code'],
  [
    'title',
    'عنوان',
    'Title',
    'عنوان فرصت|نام فرصت|فرصت فروش|فرصت|موضوع|deal|deal name|deal title|opportunity|opportunity name|name|subject',
  ],
  [
    'party',
    'مشتری',
    'Customer',
    'مخاطب|نام مشتری|طرف حساب|شرکت|سازمان|کد مشتری|کد ملی|شناسه ملی|موبایل|party|account|account name|organization|company|client',
    'party',
  ],
  ['contact', 'شخص رابط', 'Contact person', 'رابط|contact|contact name|person', 'party'],
  ['pipeline', 'کاریز', 'Pipeline', 'کاریز فروش|قیف فروش|قیف|sales pipeline|funnel', 'value'],
  ['stage', 'مرحله', 'Stage', 'مرحله فروش|deal stage|sales stage', 'value'],
  ['outcome', 'وضعیت', 'Outcome', 'نتیجه|status|deal status', 'value'],
  [
    'probability',
    'احتمال موفقیت',
    'Probability',
    'احتمال|درصد احتمال|probability (%)|win probability',
    'number',
  ],
  ['amount', 'مبلغ', 'Amount', 'ارزش|مبلغ فرصت|ارزش فرصت|value|deal value|revenue', 'money'],
  [
    'expectedCloseOn',
    'تاریخ پیش‌بینی بستن',
    'Expected close',
    'پیش‌بینی بستن|تاریخ بسته شدن احتمالی|موعد بستن|close date|expected close date|closing date',
    'date',
  ],
  [
    'nextFollowUpAt',
    'پیگیری بعدی',
    'Next follow-up',
    'تاریخ پیگیری|next step date|follow up|next activity',
    'date',
  ],
  ['priority', 'اولویت', 'Priority', 'اهمیت|importance', 'value'],
  ['owner', 'مسئول', 'Owner', 'کارشناس|کارشناس فروش|مسئول پیگیری|assigned to|deal owner', 'user'],
  ['source', 'نحوهٔ آشنایی', 'Source', 'منبع|روش آشنایی|lead source', 'value'],
  ['lostReason', 'دلیل از دست رفتن', 'Lost reason', 'علت شکست|دلیل شکست|loss reason|reason lost', 'value'],
  ['description', 'توضیحات', 'Description', 'شرح|یادداشت|notes|comment'],
  ['createdAt', 'تاریخ ایجاد', 'Created', 'تاریخ ثبت|ایجاد|created on|create date|created at', 'date'],
  [
    'closedAt',
    'تاریخ بسته شدن',
    'Closed',
    'تاریخ بستن|won time|closed on|closed at|actual close date',
    'date',
  ],
]

/** What a file may bring of deals, the firm's own fields that the caller sees last. */
export const dealImportFields = async (ctx: Ctx): Promise<ImportField[]> => [
  ...rows.map(fieldOfRow),
  ...(await ownImportFields(ctx, 'deals')),
]
