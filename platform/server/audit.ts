import type { Ctx } from './ctx.ts'
import { newId } from './ids.ts'

export interface AuditEntry {
  /** `create`, `update`, `delete`, `restore`, `export`, `signIn`, `read` … */
  action: string
  /** The record type: `parties`, `roles`, … */
  record: string
  recordId?: string | null
  /** Name of the record as it was, readable after it is gone. */
  label?: string | null
  /** Field → old and new value; a new record has only `to`. */
  changes?: Record<string, { from?: unknown; to?: unknown }>
}

/** Old → new of the fields that differ, for the audit log; values are compared as JSON. */
export function changesBetween<T extends object>(
  before: Partial<T>,
  after: Partial<T>,
): NonNullable<AuditEntry['changes']> {
  const changes: NonNullable<AuditEntry['changes']> = {}
  for (const key of Object.keys(after) as (keyof T & string)[]) {
    const [from, to] = [before[key] ?? null, after[key] ?? null]
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[key] = { from, to }
  }
  return changes
}

/** The rows of the audit log that entries of this actor become. */
export function auditRows(ctx: Ctx, entries: readonly AuditEntry[]) {
  const { actor } = ctx
  const at = ctx.now().toISOString()
  return entries.map((entry) => ({
    tenantId: ctx.tenantId,
    id: newId(),
    at,
    actorId: actor.userId,
    actorName: actor.name,
    via: actor.kind,
    action: entry.action,
    record: entry.record,
    recordId: entry.recordId ?? null,
    label: entry.label ?? null,
    changes: entry.changes ?? {},
    ip: ctx.ip,
    requestId: ctx.requestId,
  }))
}
