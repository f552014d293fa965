/** What was done to activities, as the page of undo tells it. */
export const faUndo = {
  'activities.delete': 'حذف فعالیت',
  'activities.delete.undo': 'بازگرداندن فعالیت حذف‌شده',
  'activities.did.finish': 'پایان دادن به فعالیت‌ها',
  'activities.did.reassign': 'تعیین \u2068{owner}\u2069 به‌عنوان مسئول فعالیت‌ها',
  'activities.did.addTags': 'افزودن برچسب به فعالیت‌ها',
  'activities.did.removeTags': 'برداشتن برچسب از فعالیت‌ها',
  'activities.did.delete': 'حذف گروهی فعالیت‌ها',
  'activities.did.deleteOne': 'حذف فعالیت «\u2068{subject}\u2069»',
  'activities.field.parties': 'طرف‌های حساب',
  'activities.field.participants': 'شرکت‌کنندگان',
  'activities.field.targets': 'رکوردهای مرتبط',
  'error.activities.restoredMeanwhile': 'این فعالیت پیش‌تر بازگردانده شده است.',
} as const
