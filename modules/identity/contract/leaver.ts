import { defineRoute, Id, IdParams, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { User } from './users.ts'

/** What a colleague has in hand, by kind. */
export const WorkOfUser = z.object({
  user: Ref,
  items: z.array(
    z.object({
      /** `parties`, `meetings`, `referrals` … */
      kind: z.string(),
      label: z.object({ fa: z.string(), en: z.string() }),
      count: z.number().int(),
    }),
  ),
  /** What ends with the departure and is given to nobody. */
  sessions: z.number().int(),
  apiKeys: z.number().int(),
})
export type WorkOfUser = z.infer<typeof WorkOfUser>

export const workOfUserRoute = defineRoute({
  method: 'GET',
  path: '/users/:id/work',
  summary: 'What a user owns and has in hand, before they leave',
  permission: 'users.manage',
  params: IdParams,
  answer: WorkOfUser,
})

export const LetGo = z.object({
  /** Kind of work → the colleague who takes it over, or null to leave it where it is; every kind that has any. */
  to: z.record(z.string().max(80), Id.nullable()),
})
export type LetGo = z.output<typeof LetGo>

export const letGoRoute = defineRoute({
  method: 'POST',
  path: '/users/:id/leave',
  summary: 'Hand over the work of a user to colleagues, end sessions and keys, and deactivate them',
  permission: 'users.manage',
  params: IdParams,
  body: LetGo,
  answer: z.object({
    user: User,
    moved: z.array(
      z.object({
        kind: z.string(),
        count: z.number().int(),
        /** Where many records move, the work that goes on behind; it can be undone for 30 days. */
        operationId: Id.nullable(),
      }),
    ),
  }),
  errors: ['users.above', 'users.lastAdministrator', 'users.handOverReach'],
})
