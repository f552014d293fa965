import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

/** The saves of an activity, newest first: who, when, and old → new per field, names instead of ids. */
export const ActivityHistory = z.object({
  items: z.array(
    z.object({
      id: Id,
      at: z.string(),
      actorName: z.string(),
      action: z.string(),
      changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export type ActivityHistory = z.infer<typeof ActivityHistory>

export const activityChangesRoute = defineRoute({
  method: 'GET',
  path: '/activities/:id/changes',
  summary: 'What was changed on an activity, newest first, one item per save',
  permission: 'activities.read',
  params: IdParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(30),
    cursor: z.string().max(500).optional(),
  }),
  answer: ActivityHistory,
  errors: ['activities.notFound'],
})
