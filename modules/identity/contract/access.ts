import { defineRoute, FieldRule, Id, IdParams, Ref, Scope } from '@peyvand/platform/contract'
import { z } from 'zod'

const Label = z.object({ fa: z.string(), en: z.string() })

/** Why a user sees a record or does not, and what they may do with it. */
export const AccessExplanation = z.object({
  user: Ref,
  record: z.object({ type: z.string(), id: Id, name: z.string() }),
  sees: z.boolean(),
  /** In the caller's language; those that open first. */
  reasons: z.array(z.object({ opens: z.boolean(), text: z.string() })),
  actions: z.array(
    z.object({
      permission: z.string(),
      label: Label,
      /** Whether the permission reaches this record. */
      allowed: z.boolean(),
      /** The roles of the user that grant it, and how far. */
      roles: z.array(z.object({ id: Id, nameFa: z.string(), nameEn: z.string(), scope: Scope })),
    }),
  ),
  /** Fields of the record that the user's roles restrict. */
  fields: z.array(z.object({ field: z.string(), label: Label, rule: FieldRule })),
  /** Special rights about records of this type. */
  rights: z.array(z.object({ key: z.string(), label: Label, granted: z.boolean() })),
})
export type AccessExplanation = z.infer<typeof AccessExplanation>

export const explainAccessRoute = defineRoute({
  method: 'GET',
  path: '/users/:id/access',
  summary: 'Why a user sees a record or not: roles, scopes, referrals, deputies, confidentiality, fields',
  permission: 'roles.manage',
  params: IdParams,
  query: z.object({ record: z.string().max(80), recordId: Id }),
  answer: AccessExplanation,
})
