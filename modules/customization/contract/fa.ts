import { faUi } from './fa-ui.ts'

export const fa = {
  ...faUi,
  'customization.nav': 'فهرست‌ها و فیلدها',
  'customization.valueLists': 'فهرست مقادیر',
  'customization.tags': 'برچسب‌ها',
  'customization.savedViews': 'نماهای ذخیره‌شده',
  'customization.customFields': 'فیلدهای سفارشی',
  'customization.numberSeries': 'الگوی شماره‌گذاری',
  'error.customization.unknownList': 'فهرستی با این نام وجود ندارد.',
  'error.customization.labelTaken': 'این عنوان تکراری است.',
  'error.customization.orderIncomplete': 'ترتیب باید همهٔ مقادیر فهرست را دربر بگیرد؛ صفحه را تازه کنید.',
  'error.customization.valueMerged': 'این مقدار در مقدار دیگری ادغام شده است و تغییر نمی‌کند.',
  'error.customization.cannotMerge': 'ادغام فقط میان دو مقدار متفاوت و فعال از یک فهرست ممکن است.',
  'error.customization.optionInUse': 'گزینهٔ «{option}» در رکوردها به کار رفته است و حذف نمی‌شود.',
  'error.customization.numberUsed': 'شمارهٔ بعدی باید از آخرین شمارهٔ صادرشده ({last, number}) بزرگ‌تر باشد.',
  'error.customization.patternNeedsYear': 'در شماره‌گذاری سالانه، الگو باید سال ({year}) را دربر داشته باشد.',
} as const
