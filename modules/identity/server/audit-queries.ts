import { Id, type ListQuery } from '@peyvand/platform/contract'
import { anyOf, type Ctx, type ListSource, runList } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { AuditEntry, SignInRecord } from '../contract/index.ts'
import { permittedEntries } from './audit-withheld.ts'
import { withWords } from './change-words.ts'

const auditSource: ListSource = {
  id: sql`a.id`,
  defaultSort: '-at',
  columns: {
    id: { type: 'text', label: 'identity.ui.audit.entry', hasAny: (ids) => anyOf(sql`a.id`, uuids(ids)) },
    at: { type: 'instant', label: 'identity.audit.at', sql: sql`a.at`, sortable: true },
    actorId: { type: 'user', label: 'identity.audit.actor', sql: sql`a.actor_id`, nullable: true },
    via: {
      type: 'enum',
      label: 'identity.audit.via',
      sql: sql`a.via`,
      options: {
        user: 'identity.audit.via.user',
        apiKey: 'identity.audit.via.apiKey',
        system: 'identity.audit.via.system',
      },
    },
    action: { type: 'enum', label: 'identity.audit.action', sql: sql`a.action` },
    record: { type: 'enum', label: 'identity.audit.record', sql: sql`a.record` },
    recordId: {
      type: 'text',
      label: 'identity.audit.recordId',
      sql: sql`a.record_id::text`,
      nullable: true,
      hasAny: (ids) => anyOf(sql`a.record_id`, uuids(ids)),
    },
    label: { type: 'text', label: 'identity.audit.label', sql: sql`a.label`, nullable: true },
  },
  search: (_ctx, text) => sql`strpos(lower(a.label), ${text.toLowerCase()}) > 0`,
}

const uuids = (ids: readonly string[]) => ids.filter((id) => Id.safeParse(id).success)

/** The firm's audit log, newest first. */
export async function listAudit(ctx: Ctx, query: ListQuery) {
  const page = await runList(ctx, { source: auditSource, rows: auditRows(ctx), query })
  return { ...page, items: await withWords(ctx, await permittedEntries(ctx, query, page.items)) }
}

/** The changes of one record, without mere readings, for its file; the caller has checked that the record may be seen. */
export function changesOfRecord(ctx: Ctx, record: { type: string; id: string }, query: ListQuery) {
  const rows = auditRows(ctx)
    .where('a.record', '=', record.type)
    .where('a.recordId', '=', record.id)
    .where('a.action', '<>', 'read')
  return runList(ctx, { source: auditSource, rows, query })
}

function auditRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('auditLog as a')
    .select([
      'a.id',
      'a.at',
      'a.actorId',
      'a.actorName',
      'a.via',
      'a.action',
      'a.record',
      'a.recordId',
      'a.label',
      'a.ip',
    ])
    .select(sql<AuditEntry['changes']>`a.changes`.as('changes'))
    .where('a.tenantId', '=', ctx.tenantId)
}

const signInSource: ListSource = {
  id: sql`a.id`,
  defaultSort: '-at',
  columns: {
    at: { type: 'instant', label: 'identity.signIn.at', sql: sql`a.at`, sortable: true },
    email: { type: 'text', label: 'identity.signIn.email', sql: sql`a.email` },
    userId: { type: 'user', label: 'identity.signIn.user', sql: sql`u.id`, nullable: true },
    outcome: {
      type: 'enum',
      label: 'identity.signIn.outcome',
      sql: sql`a.outcome`,
      options: {
        signedIn: 'identity.signIn.outcome.signedIn',
        failed: 'identity.signIn.outcome.failed',
        locked: 'identity.signIn.outcome.locked',
      },
    },
  },
}

/** Sign-ins to this firm and what failed on its users; a user's sign-ins to other firms are not its business. */
export function listSignIns(ctx: Ctx, query: ListQuery) {
  const rows = ctx.db
    .selectFrom('auth.signInAttempts as a')
    .innerJoin('users as u', 'u.identityId', 'a.identityId')
    .select(['a.id', 'a.at', 'a.email', 'a.outcome', 'a.ip', 'a.userAgent'])
    .select(sql<SignInRecord['userId']>`u.id`.as('userId'))
    .select(sql<SignInRecord['userName']>`u.name`.as('userName'))
    .where('u.tenantId', '=', ctx.tenantId)
    .where((eb) => eb.or([eb('a.tenantId', '=', ctx.tenantId), eb('a.tenantId', 'is', null)]))
  return runList(ctx, { source: signInSource, rows, query })
}
