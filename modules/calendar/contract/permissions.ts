import { definePermissions } from '@peyvand/platform/contract'

export const calendarPermissions = definePermissions({
  records: [],
  rights: {
    'calendar.manage': {
      label: { fa: 'ساعت کاری و تعطیلات شرکت', en: 'Working hours and holidays' },
      roles: [],
    },
  },
})
