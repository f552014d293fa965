import { z } from 'zod'
import { Id } from './ids.ts'
import { defineRoute } from './route.ts'

export const SearchHit = z.object({
  /** The record type: `parties`, `activities`. */
  type: z.string(),
  id: Id,
  title: z.string(),
  /** Second line: phone, city, date, number. */
  subtitle: z.string().nullable(),
  /** Finer kind for the icon: `person`, `organization`, `letter`, … */
  kind: z.string().nullable(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const searchRoute = defineRoute({
  method: 'GET',
  path: '/search',
  summary: 'Find records by any part (three letters or digits and more) of a name, number, phone or subject',
  permission: 'signedIn',
  query: z.object({
    q: z.string().trim().min(1).max(100),
    types: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({ items: z.array(SearchHit) }),
})
