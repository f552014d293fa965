import { ChangeWay } from '@peyvand/history/contract'
import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Where the present value of a field comes from. */
export const FieldSource = z.object({
  /** As the audit log names it: `jobTitle`, `ownerId`, `contactPoints`, `custom.<key>`, `groups.<key>`. */
  field: z.string(),
  at: z.string(),
  actor: z.object({ id: Id.nullable(), name: z.string() }),
  way: ChangeWay,
  /** Set with the record itself, and not since. */
  first: z.boolean(),
  /** Where it came by a file: the file and its row. */
  file: z.object({ name: z.string(), row: z.number().int() }).nullable(),
})
export type FieldSource = z.infer<typeof FieldSource>

export const listFieldSourcesRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/sources',
  summary: 'Who or what gave each field of a party its present value, and when',
  permission: 'parties.read',
  params: IdParams,
  answer: z.object({ items: z.array(FieldSource) }),
})
