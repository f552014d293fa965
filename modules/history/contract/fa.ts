import { faUi } from './fa-ui.ts'

export const fa = {
  ...faUi,
  'history.undo.kind': 'نوع کار',
  'history.undo.state': 'وضعیت',
  'history.undo.by': 'انجام‌دهنده',
  'history.undo.at': 'زمان',
  'history.undo.until': 'مهلت بازگردانی',
  'error.history.undoRuns': 'بازگردانی این کار در حال انجام است.',
  'error.history.undoneAlready': 'این کار پیش‌تر بازگردانده شده است.',
  'error.history.undoExpired': 'مهلت سی‌روزهٔ بازگردانی این کار گذشته است.',
  'error.history.notYet': 'این پرونده در تاریخ انتخاب‌شده هنوز ثبت نشده بود.',
  'error.history.noSuchChange': 'چنین تغییری در تاریخچهٔ این پرونده نیست.',
  'error.history.notRestorable': 'مقدار این فیلد از تاریخچه بازگردانده نمی‌شود.',
  'error.history.valueGone': 'مقدار پیشین دیگر پذیرفتنی نیست؛ شاید آنچه به آن اشاره داشت حذف شده باشد.',
} as const
