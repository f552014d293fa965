import { definePermissions } from '@peyvand/platform/contract'

export const templatesPermissions = definePermissions({
  records: [],
  rights: {
    'templates.use': {
      label: { fa: 'استفاده از قالب‌ها و متن‌های تماس', en: 'Use templates and call scripts' },
      roles: ['manager', 'salesperson', 'supportAgent', 'secretary'],
    },
    'templates.manage': {
      label: {
        fa: 'اشتراک قالب‌ها و ساخت متن‌های تماس',
        en: 'Share templates and make call scripts',
      },
      roles: ['manager'],
    },
  },
})
