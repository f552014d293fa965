import { definePermissions } from '@peyvand/platform/contract'

const everyRole = ['manager', 'salesperson', 'supportAgent', 'secretary'] as const

/** Rights without a scope: whom a referral concerns is told by its chain. */
export const referralsPermissions = definePermissions({
  records: [],
  rights: {
    'referrals.read': { label: { fa: 'کارتابل', en: 'Worklist' }, roles: everyRole },
    'referrals.create': { label: { fa: 'ارجاع دادن', en: 'Refer to others' }, roles: everyRole },
  },
})
