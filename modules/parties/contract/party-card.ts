import { defineRoute, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

export const getPartyCardRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/card',
  summary: 'One party as a vCard; what the caller sees masked is left out',
  permission: 'parties.read',
  params: IdParams,
  query: z.object({ version: z.enum(['3.0', '4.0']).default('4.0') }),
  answer: 'file',
})
