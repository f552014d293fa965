import { definePermissions } from '@peyvand/platform/contract'

const own = { manager: 'all', salesperson: 'own' } as const

export const documentPermissions = definePermissions({
  records: [
    {
      type: 'documents',
      label: { fa: 'اسناد فروش و خرید', en: 'Sales and purchase documents' },
      actions: {
        read: { label: { fa: 'مشاهده', en: 'View' }, defaults: own },
        create: { label: { fa: 'ایجاد', en: 'Create' }, defaults: own },
        update: { label: { fa: 'ویرایش', en: 'Edit' }, defaults: own },
        issue: { label: { fa: 'صدور و ثبت پاسخ', en: 'Issue and note answers' }, defaults: own },
        approve: { label: { fa: 'تأیید', en: 'Approve' }, defaults: { manager: 'all' } },
        cancel: { label: { fa: 'ابطال', en: 'Cancel' }, defaults: { manager: 'all' } },
        delete: { label: { fa: 'حذف پیش‌نویس', en: 'Delete drafts' }, defaults: own },
      },
    },
  ],
  rights: {
    'documents.purchases': {
      label: { fa: 'کار با اسناد خرید', en: 'Work with purchase documents' },
      roles: ['manager'],
    },
    'documents.manage': {
      label: { fa: 'تنظیم اسناد و قاعده‌های تأیید', en: 'Set up documents and approval rules' },
      roles: ['manager'],
    },
    'documents.export': {
      label: { fa: 'خروجی اسناد', en: 'Export documents' },
      roles: ['manager'],
    },
  },
})
