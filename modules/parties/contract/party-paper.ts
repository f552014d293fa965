import { defineRoute, IdParams, IsoDate } from '@peyvand/platform/contract'
import { z } from 'zod'

/** What a printed file may hold beside who the party is. */
export const paperSections = [
  'contacts',
  'addresses',
  'fields',
  'groups',
  'links',
  'notes',
  'activities',
] as const
export const PaperSection = z.enum(paperSections)
export type PaperSection = z.infer<typeof PaperSection>

/** Activities that a printed file holds at most. */
export const mostPaperActivities = 200

export const printPartyRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/paper',
  summary: 'The file of a party as PDF, as far as the caller sees it',
  permission: 'parties.read',
  params: IdParams,
  query: z.object({
    /** Sections, comma separated; all where it is left out. */
    sections: z
      .string()
      .max(200)
      .transform((text) => text.split(',').filter(Boolean))
      .pipe(z.array(PaperSection))
      .default([...paperSections]),
    /** How many of the newest activities. */
    activities: z.coerce.number().int().min(1).max(mostPaperActivities).default(30),
    /** Activities of these days only. */
    from: IsoDate.optional(),
    to: IsoDate.optional(),
  }),
  answer: 'file',
  errors: ['parties.notPrinted'],
})
