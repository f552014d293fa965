import { definePermissions } from '@peyvand/platform/contract'

export const integrationsPermissions = definePermissions({
  records: [],
  rights: {
    'webhooks.manage': {
      label: { fa: 'تنظیم وب‌هوک‌ها', en: 'Set up webhooks' },
      roles: [],
    },
  },
})
