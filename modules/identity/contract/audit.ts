import { defineRoute, Id, ListQuery, listAnswer } from '@peyvand/platform/contract'
import { z } from 'zod'

export const AuditEntry = z.object({
  id: Id,
  at: z.string(),
  actorId: Id.nullable(),
  actorName: z.string(),
  /** `user`, `apiKey` or `system`. */
  via: z.string(),
  action: z.string(),
  record: z.string(),
  recordId: Id.nullable(),
  label: z.string().nullable(),
  changes: z.record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown().optional() })),
  ip: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const listAuditRoute = defineRoute({
  method: 'GET',
  path: '/audit',
  summary: 'Every change in the firm, newest first; filter by record, recordId, actorId, action, at',
  permission: 'audit.read',
  query: ListQuery,
  answer: listAnswer(AuditEntry),
})

export const AuditVerification = z.object({
  sealed: z.number().int(),
  unsealed: z.number().int(),
  faults: z.array(
    z.object({
      day: z.string(),
      seq: z.number().int(),
      auditId: Id,
      kind: z.enum(['missing', 'changed', 'gap']),
    }),
  ),
})

export const verifyAuditRoute = defineRoute({
  method: 'GET',
  path: '/audit/verification',
  summary: 'Recompute the hash chain of the audit log: an untouched log has no faults',
  permission: 'audit.read',
  answer: AuditVerification,
  ratePerMinute: 10,
})

export const SignInRecord = z.object({
  id: Id,
  at: z.string(),
  email: z.string(),
  userId: Id.nullable(),
  userName: z.string().nullable(),
  outcome: z.enum(['signedIn', 'failed', 'locked']),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
})
export type SignInRecord = z.infer<typeof SignInRecord>

export const listSignInsRoute = defineRoute({
  method: 'GET',
  path: '/sign-ins',
  summary: 'Sign-ins to this firm and failed attempts on its users, newest first',
  permission: 'audit.read',
  query: ListQuery,
  answer: listAnswer(SignInRecord),
})
