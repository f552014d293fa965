import { definePermissions } from '@peyvand/platform/contract'

export const leadsPermissions = definePermissions({
  records: [],
  rights: {
    'leads.manage': {
      label: { fa: 'تعریف فرم‌ها، پرسش‌ها و قواعد سرنخ', en: 'Set up forms, questions and rules of leads' },
      roles: ['manager'],
    },
    'leads.yield': {
      label: { fa: 'دیدن هزینه و بازده منبع‌های سرنخ', en: 'See cost and yield of lead sources' },
      roles: ['manager'],
    },
  },
})
