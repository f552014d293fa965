import { faUi } from './fa-ui.ts'

export const fa = {
  ...faUi,
  'files.attachments': 'پیوست‌ها',
  'files.upload': 'بارگذاری فایل',
  'files.download': 'دریافت فایل',
  'error.files.missing': 'فایلی فرستاده نشده است.',
  'error.files.empty': 'فایل خالی است.',
  'error.files.notUploaded': 'فایل پیوست یافت نشد؛ دوباره آن را بارگذاری کنید.',
  'error.files.noPicture': 'تصویر PNG یا JPEG تا ۵ مگابایت انتخاب کنید.',
} as const
