import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'

const About = z.object({ dealId: Id, partyId: Id, ownerId: Id.nullable(), stageId: Id })
const record = '/deals/:dealId'

export const dealCreated = defineEvent('pipeline.deal.created', About, {
  label: { fa: 'فرصت فروش باز شد', en: 'Deal opened' },
  record,
})
/** `fields` are the names of those that changed, own ones as `custom.<key>`. */
export const dealUpdated = defineEvent(
  'pipeline.deal.updated',
  About.extend({ fields: z.array(z.string()) }),
  { label: { fa: 'فرصت فروش ویرایش شد', en: 'Deal changed' }, record },
)
/** Every move, also those that win, lose or open again. */
export const dealMoved = defineEvent('pipeline.deal.moved', About.extend({ fromStageId: Id }), {
  label: { fa: 'مرحلهٔ فرصت فروش تغییر کرد', en: 'Deal moved to another stage' },
  record,
})
export const dealWon = defineEvent('pipeline.deal.won', About, {
  label: { fa: 'فرصت فروش برنده شد', en: 'Deal won' },
  record,
})
export const dealLost = defineEvent('pipeline.deal.lost', About.extend({ lostReasonId: Id.nullable() }), {
  label: { fa: 'فرصت فروش از دست رفت', en: 'Deal lost' },
  record,
})
export const dealReopened = defineEvent('pipeline.deal.reopened', About, {
  label: { fa: 'فرصت فروش دوباره باز شد', en: 'Deal opened again' },
  record,
})
export const dealDeleted = defineEvent('pipeline.deal.deleted', About, {
  label: { fa: 'فرصت فروش به سطل بازیافت رفت', en: 'Deal moved to the bin' },
})
export const dealRestored = defineEvent('pipeline.deal.restored', About, {
  label: { fa: 'فرصت فروش از سطل بازیافت برگشت', en: 'Deal restored' },
  record,
})
