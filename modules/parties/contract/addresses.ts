import { parsePostalCode } from '@peyvand/persian'
import { defineRoute, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Identifier, OptionalLine } from './field-schemas.ts'

export const Address = z.object({
  id: Id,
  label: z.string().nullable(),
  /** Code of the province as in `GET /places`, or null abroad. */
  province: z.string().nullable(),
  /** شهرستان: what a province is divided into; official papers name it beside the city. */
  county: z.string().nullable(),
  city: z.string().nullable(),
  postalCode: z.string().nullable(),
  text: z.string().nullable(),
  primary: z.boolean(),
})
export type Address = z.infer<typeof Address>

/** With `id` the address is kept and changed, without it is new. */
export const AddressInput = z.strictObject({
  id: Id.optional(),
  label: OptionalLine(60).default(null),
  province: z.string().max(10).nullable().default(null),
  county: OptionalLine(80).default(null),
  city: OptionalLine(80).default(null),
  postalCode: Identifier('parties.postalCode', parsePostalCode).default(null),
  text: OptionalLine(500).default(null),
  primary: z.boolean().default(false),
})
export type AddressInput = z.input<typeof AddressInput>

export const Province = z.object({
  code: z.string(),
  fa: z.string(),
  en: z.string(),
  areaCode: z.string(),
  cities: z.array(z.object({ fa: z.string(), en: z.string() })),
})

export const listPlacesRoute = defineRoute({
  method: 'GET',
  path: '/places',
  summary: 'The provinces of Iran with their cities; suggestions, not a closed list',
  permission: 'signedIn',
  answer: z.object({ provinces: z.array(Province) }),
})
