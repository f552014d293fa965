import { definePermissions } from '@peyvand/platform/contract'

export const customizationPermissions = definePermissions({
  records: [],
  rights: {
    'customization.manage': {
      label: {
        fa: 'تنظیم فهرست‌ها، برچسب‌ها، فیلدهای سفارشی و شماره‌گذاری',
        en: 'Manage lists, tags, custom fields and numbering',
      },
      roles: [],
    },
    'customization.publicViews': {
      label: { fa: 'ساخت و تغییر نماهای همگانی', en: 'Make and change public views' },
      roles: ['manager'],
    },
  },
})
