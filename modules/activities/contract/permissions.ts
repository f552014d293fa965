import { definePermissions } from '@peyvand/platform/contract'

export const activitiesPermissions = definePermissions({
  records: [
    {
      type: 'activities',
      label: { fa: 'فعالیت‌ها', en: 'Activities' },
      actions: {
        read: {
          label: { fa: 'مشاهده', en: 'View' },
          defaults: { manager: 'all', salesperson: 'own', supportAgent: 'team', secretary: 'team' },
        },
        create: {
          label: { fa: 'ایجاد', en: 'Create' },
          defaults: { manager: 'all', salesperson: 'own', supportAgent: 'own', secretary: 'own' },
        },
        update: {
          label: { fa: 'ویرایش', en: 'Edit' },
          defaults: { manager: 'all', salesperson: 'own', supportAgent: 'own', secretary: 'own' },
        },
        delete: {
          label: { fa: 'حذف', en: 'Delete' },
          defaults: { manager: 'all', salesperson: 'own' },
        },
      },
    },
  ],
  rights: {
    'activities.export': {
      label: { fa: 'خروجی فعالیت‌ها', en: 'Export activities' },
      roles: ['manager'],
    },
    'activities.massUpdate': {
      label: { fa: 'ویرایش گروهی فعالیت‌ها', en: 'Change many activities at once' },
      roles: ['manager'],
    },
  },
})
