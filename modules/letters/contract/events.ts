import { Direction } from '@peyvand/activities/contract'
import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'

const About = z.object({ activityId: Id, direction: Direction, registryNo: z.string() })

/** A letter got its number. */
export const letterRegistered = defineEvent('letters.letter.registered', About, {
  label: { fa: 'نامه شماره گرفت', en: 'Letter registered' },
  record: '/activities/:activityId',
})
export const letterVoided = defineEvent('letters.letter.voided', About, {
  label: { fa: 'شمارهٔ نامه باطل شد', en: 'Letter voided' },
  record: '/activities/:activityId',
})
