import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ReferralAction, ReferralState } from './states.ts'

const About = z.object({
  referralId: Id,
  activityId: Id,
  fromId: Id,
  toId: Id.nullable(),
  teamId: Id.nullable(),
  confidential: z.boolean(),
})

export const referralCreated = defineEvent('referrals.referral.created', About, {
  label: { fa: 'ارجاع داده شد', en: 'Referral given' },
  record: '/referrals/:referralId',
})
export const referralChanged = defineEvent(
  'referrals.referral.changed',
  About.extend({ action: ReferralAction, state: ReferralState }),
  {
    label: {
      fa: 'به ارجاع پاسخ داده شد یا وضعیت آن تغییر کرد',
      en: 'Referral answered or its state changed',
    },
    record: '/referrals/:referralId',
  },
)
