import { definePermissions } from '@peyvand/platform/contract'

export const partiesPermissions = definePermissions({
  records: [
    {
      type: 'parties',
      label: { fa: 'مخاطبان', en: 'Parties' },
      actions: {
        read: {
          label: { fa: 'مشاهده', en: 'View' },
          defaults: { manager: 'all', salesperson: 'own', supportAgent: 'all', secretary: 'all' },
        },
        create: {
          label: { fa: 'ایجاد', en: 'Create' },
          defaults: { manager: 'all', salesperson: 'own', supportAgent: 'all', secretary: 'all' },
        },
        update: {
          label: { fa: 'ویرایش', en: 'Edit' },
          defaults: { manager: 'all', salesperson: 'own', supportAgent: 'all', secretary: 'all' },
        },
        delete: {
          label: { fa: 'حذف', en: 'Delete' },
          defaults: { manager: 'all', salesperson: 'own' },
        },
      },
      fields: {
        phones: { label: { fa: 'شماره‌های تماس', en: 'Phone numbers' }, maskable: true },
        emails: { label: { fa: 'ایمیل و پیام‌رسان‌ها', en: 'E-mails and messengers' }, maskable: true },
        identifiers: { label: { fa: 'شناسه‌ها و کدها', en: 'Identifiers' }, maskable: true },
        addresses: { label: { fa: 'نشانی‌ها', en: 'Addresses' } },
        notes: { label: { fa: 'یادداشت‌ها', en: 'Notes' } },
      },
    },
  ],
  rights: {
    'parties.massUpdate': {
      label: { fa: 'تغییر گروهی مخاطبان', en: 'Change many parties at once' },
      roles: ['manager'],
    },
    'parties.merge': {
      label: { fa: 'ادغام مخاطبان تکراری', en: 'Merge duplicate parties' },
      roles: ['manager'],
    },
    'parties.reveal': {
      label: {
        fa: 'دیدن شمارهٔ نیمه‌پنهان (با ثبت در رخدادنگاری)',
        en: 'Reveal masked numbers (written to the audit log)',
      },
      roles: ['manager', 'salesperson', 'supportAgent', 'secretary'],
    },
    'parties.share': {
      label: {
        fa: 'باز کردن پرونده برای همکاری که آن را نمی‌بیند',
        en: 'Open a file to a colleague who does not see it',
      },
      roles: ['manager'],
    },
    'parties.export': { label: { fa: 'خروجی گرفتن از مخاطبان', en: 'Export parties' }, roles: ['manager'] },
    'parties.purge': { label: { fa: 'حذف همیشگی مخاطبان', en: 'Delete parties for ever' }, roles: [] },
    'parties.manageGroups': {
      label: { fa: 'تعریف گروه‌های مخاطبان', en: 'Define groups of parties' },
      roles: ['manager'],
    },
  },
})
