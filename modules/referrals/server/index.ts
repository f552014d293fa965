import './tables.ts'

export { actOnReferral } from './act-on-referral.ts'
export { createReferrals } from './create-referrals.ts'
export { referralsModule } from './module.ts'
export { type ReferralSubject, referralSubjects } from './referral-subjects.ts'
export { worklistCounts } from './worklist-counts.ts'
