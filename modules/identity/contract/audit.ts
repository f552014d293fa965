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
  /** The changes as a reader says them, where their values are keys and lists of programs. */
  words: z
    .array(z.object({ label: z.string(), from: z.string().nullable(), to: z.string().nullable() }))
    .optional(),
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

/** What entries tell of, as far as there are words for it; modules may write others. */
export const auditActions = [
  'create',
  'update',
  'delete',
  'restore',
  'purge',
  'merge',
  'bulk',
  'undo',
  'export',
  'share',
  'read',
  'signIn',
  'endSession',
  'join',
  'invite',
  'leave',
  'deactivate',
  'reactivate',
  'resetPassword',
  'changePassword',
  'startTwoFactor',
  'stopTwoFactor',
  'renewBackupCodes',
  'addPasskey',
  'renamePasskey',
  'removePasskey',
  'revoke',
  'attach',
  'detach',
  'void',
  'run',
] as const

export const auditRecords = [
  'parties',
  'partyGroups',
  'activities',
  'referrals',
  'letters',
  'letterBook',
  'letterRegisters',
  'letterSigners',
  'letterheads',
  'templates',
  'scripts',
  'scriptRuns',
  'files',
  'imports',
  'importTemplates',
  'operations',
  'audit',
  'records',
  'recordKinds',
  'customFields',
  'customSections',
  'listValues',
  'tags',
  'savedViews',
  'numberSeries',
  'users',
  'teams',
  'roles',
  'apiKeys',
  'webhooks',
  'firms',
  'mailServer',
  'smsGateway',
  'holidays',
  'workingWeek',
  'calendarFeeds',
  'caldavAccounts',
] as const

/** Where a verification goes on: day and number of the last seal that was looked at. */
const SealPlace = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.\d{1,9}$/)
  .transform((text) => ({ day: text.slice(0, 10), seq: Number(text.slice(11)) }))

export const AuditVerification = z.object({
  /** Entries looked at in this part. */
  sealed: z.number().int(),
  /** All sealed entries of the firm. */
  total: z.number().int(),
  /** New ones that will be sealed within a minute. */
  unsealed: z.number().int(),
  /** `after` of the next part; null when the end is reached. */
  next: z.string().nullable(),
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
  query: z.object({
    after: SealPlace.optional(),
    /** Entries in this part; without it all the rest. */
    limit: z.coerce.number().int().min(1).max(100_000).optional(),
  }),
  answer: AuditVerification,
  ratePerMinute: 300,
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
