import { definePermissions } from '@peyvand/platform/contract'

export const channelsPermissions = definePermissions({
  records: [],
  rights: {
    'channels.manage': {
      label: { fa: 'تنظیم ایمیل و پیامک شرکت', en: 'Set up e-mail and SMS of the firm' },
      roles: [],
    },
  },
})
