import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { KindKey } from './record-kinds.ts'

const About = z.object({
  recordId: Id,
  kind: KindKey,
  ownerId: Id.nullable(),
  partyId: Id.nullable(),
})

const record = '/records/:kind/:recordId'

export const recordCreated = defineEvent('records.record.created', About, {
  label: { fa: 'رکورد سفارشی ثبت شد', en: 'Record of an own kind created' },
  record,
})
/** `fields` are the names of those that changed, own ones as `custom.<key>`. */
export const recordUpdated = defineEvent(
  'records.record.updated',
  About.extend({ fields: z.array(z.string()) }),
  { label: { fa: 'رکورد سفارشی ویرایش شد', en: 'Record of an own kind changed' }, record },
)
export const recordDeleted = defineEvent('records.record.deleted', About, {
  label: { fa: 'رکورد سفارشی به سطل بازیافت رفت', en: 'Record of an own kind moved to the bin' },
})
export const recordRestored = defineEvent('records.record.restored', About, {
  label: { fa: 'رکورد سفارشی از سطل بازیافت برگشت', en: 'Record of an own kind restored' },
  record,
})
