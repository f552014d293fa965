import { defineRoute, Id, IdParams, IsoDate } from '@peyvand/platform/contract'
import { z } from 'zod'

/** By which way a change came: typed, or by a work whose kind and description are told. */
export const ChangeWay = z.object({
  kind: z.enum(['typed', 'apiKey', 'system', 'import', 'bulk', 'merge', 'undo', 'work']),
  /** The work in the caller's language: «ورود اطلاعات از مشتریان.xlsx». */
  what: z.string().nullable(),
})
export type ChangeWay = z.infer<typeof ChangeWay>

const Field = z.object({
  /** As the audit log names it: `ownerId`, `contactPoints`, `custom.<key>`, `groups.<key>`. */
  field: z.string(),
  /** Name of a field of the firm's own; others have texts. */
  label: z.string().nullable(),
})

/** Old and new value with names in place of ids; both null where the caller's role may not see them. */
export const FieldChange = Field.extend({
  from: z.unknown(),
  to: z.unknown(),
  withheld: z.boolean(),
  can: z.object({ restore: z.boolean() }),
})
export type FieldChange = z.infer<typeof FieldChange>

/** The changes of one save. */
export const RecordChange = z.object({
  id: Id,
  at: z.string(),
  action: z.string(),
  actor: z.object({ id: Id.nullable(), name: z.string() }),
  way: ChangeWay,
  changes: z.array(FieldChange),
})
export type RecordChange = z.infer<typeof RecordChange>

export const RecordChanges = z.object({ items: z.array(RecordChange), nextCursor: z.string().nullable() })
export type RecordChanges = z.infer<typeof RecordChanges>

/** A field then and now. */
export const PastField = Field.extend({
  value: z.unknown(),
  now: z.unknown(),
  differs: z.boolean(),
  withheld: z.boolean(),
  /** False where the log does not tell every step between then and now. */
  certain: z.boolean(),
  /** The change that the value was lost by; restoring its field brings the value back. */
  changeId: Id.nullable(),
  can: z.object({ restore: z.boolean() }),
})
export type PastField = z.infer<typeof PastField>

/** A record as it was at the end of a day, or at a moment. */
export const RecordAsOf = z.object({
  at: z.string(),
  /** When the record was changed, oldest first; the newest five hundred. */
  moments: z.array(z.string()),
  deleted: z.boolean(),
  fields: z.array(PastField),
})
export type RecordAsOf = z.infer<typeof RecordAsOf>

interface HistoryRoutes<A extends z.ZodType> {
  /** `/parties` */
  path: string
  /** `a party` */
  name: string
  read: string
  update: string
  /** What restoring a field answers: the record. */
  record: A
  errors?: readonly string[]
}

/** The routes of a record type's history; every type has the same. */
export function historyRoutes<A extends z.ZodType>({
  path,
  name,
  read,
  update,
  record,
  errors = [],
}: HistoryRoutes<A>) {
  return {
    changes: defineRoute({
      method: 'GET',
      path: `${path}/:id/changes`,
      summary: `What was changed on ${name}, newest first, one item per save`,
      permission: read,
      params: IdParams,
      query: z.object({
        /** Changes of this field only. */
        field: z.string().max(120).optional(),
        limit: z.coerce.number().int().min(1).max(100).default(30),
        cursor: z.string().max(500).optional(),
      }),
      answer: RecordChanges,
      errors,
    }),
    asOf: defineRoute({
      method: 'GET',
      path: `${path}/:id/as-of`,
      summary: `The fields of ${name} as they were on a day or at a moment, beside those of now`,
      permission: read,
      params: IdParams,
      query: z.object({ at: z.union([IsoDate, z.iso.datetime({ offset: true })]) }),
      answer: RecordAsOf,
      errors: [...errors, 'history.notYet'],
    }),
    restore: defineRoute({
      method: 'POST',
      path: `${path}/:id/changes/:changeId/restore`,
      summary: `Give one field of ${name} the value back that it had before a change`,
      permission: update,
      params: IdParams.extend({ changeId: Id }),
      body: z.strictObject({ field: z.string().max(120), version: z.number().int() }),
      answer: record,
      errors: [...errors, 'history.noSuchChange', 'history.notRestorable', 'history.valueGone'],
    }),
  }
}
