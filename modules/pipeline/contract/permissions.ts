import { definePermissions } from '@peyvand/platform/contract'

export const pipelinePermissions = definePermissions({
  records: [
    {
      type: 'deals',
      label: { fa: 'فرصت‌های فروش', en: 'Deals' },
      actions: {
        read: {
          label: { fa: 'مشاهده', en: 'View' },
          defaults: { manager: 'all', salesperson: 'own' },
        },
        create: {
          label: { fa: 'ایجاد', en: 'Create' },
          defaults: { manager: 'all', salesperson: 'own' },
        },
        update: {
          label: { fa: 'ویرایش و جابه‌جایی', en: 'Edit and move' },
          defaults: { manager: 'all', salesperson: 'own' },
        },
        delete: {
          label: { fa: 'حذف', en: 'Delete' },
          defaults: { manager: 'all', salesperson: 'own' },
        },
      },
    },
  ],
  rights: {
    'pipeline.manage': {
      label: { fa: 'تعریف کاریزها و مرحله‌ها', en: 'Set up pipelines and stages' },
      roles: ['manager'],
    },
    'deals.massUpdate': {
      label: { fa: 'ویرایش گروهی فرصت‌های فروش', en: 'Change many deals at once' },
      roles: ['manager'],
    },
    'deals.export': {
      label: { fa: 'خروجی فرصت‌های فروش', en: 'Export deals' },
      roles: ['manager'],
    },
  },
})
