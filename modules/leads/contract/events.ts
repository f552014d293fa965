import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'

const About = z.object({ partyId: Id })
const record = '/parties/:partyId'

export const leadReceived = defineEvent(
  'leads.lead.received',
  About.extend({ formId: Id, isKnown: z.boolean() }),
  { label: { fa: 'سرنخ از فرم رسید', en: 'Lead received by a form' }, record },
)
export const leadJudged = defineEvent(
  'leads.lead.judged',
  About.extend({ verdict: z.enum(['fit', 'unfit', 'open']), reasonId: Id.nullable() }),
  { label: { fa: 'سرنخ ارزیابی شد', en: 'Lead judged' }, record },
)
export const leadConverted = defineEvent('leads.lead.converted', About.extend({ dealId: Id.nullable() }), {
  label: { fa: 'سرنخ به مشتری تبدیل شد', en: 'Lead became a customer' },
  record,
})
/** Given to a colleague by rules, with no task that would tell them. */
export const leadsAssigned = defineEvent(
  'leads.assigned',
  z.object({ ownerId: Id, partyIds: z.array(Id).min(1) }),
  { label: { fa: 'سرنخ به همکاری سپرده شد', en: 'Leads given to a colleague' } },
)
