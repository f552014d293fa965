/** Texts of the screens. */
export const faUi = {
  'files.none': 'هنوز فایلی پیوست نشده است.',
  'files.takePhoto': 'عکس گرفتن',
  'files.attach': 'پیوست فایل',
  'files.limit': 'حداکثر {size} برای هر فایل',
  'files.kilobytes': '{size} کیلوبایت',
  'files.megabytes': '{size} مگابایت',
  'files.uploading': 'در حال بارگذاری',
  'files.stopUpload': 'توقف بارگذاری «{name}»',
  'files.open': 'نمایش «{name}»',
  'files.downloadNamed': 'دریافت «{name}»',
  'files.removeNamed': 'برداشتن «{name}»',
  'files.removed': 'فایل «{name}» برداشته شد.',
  'files.zoomIn': 'بزرگ‌تر',
  'files.zoomOut': 'کوچک‌تر',
  'files.choosePicture': 'انتخاب تصویر',
  'files.rotate': 'چرخاندن',
} as const
