import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

export const revealContactRoute = defineRoute({
  method: 'POST',
  path: '/parties/:id/reveal',
  summary:
    'A phone number or address that the role shows masked, in full; each reading is written to the audit log',
  permission: 'parties.reveal',
  params: IdParams,
  body: z.object({ contactPointId: Id }),
  answer: z.object({ value: z.string() }),
  errors: ['parties.revealedTooMany'],
})
