import type { AuditEntry } from '@peyvand/identity/contract'
import { listAudit } from '@peyvand/identity/server'
import { formatDateTime } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import type { ExportSource } from '../export-source.ts'

const labels = {
  at: 'identity.audit.at',
  actor: 'identity.audit.actor',
  via: 'identity.audit.via',
  action: 'identity.audit.action',
  record: 'identity.audit.record',
  label: 'identity.audit.label',
  recordId: 'identity.audit.recordId',
  changes: 'identity.ui.audit.changes',
  ip: 'identity.ui.ip',
  id: 'identity.ui.audit.entry',
} as const
type Column = keyof typeof labels

/** The audit log written to files: whoever may read it may take it to an auditor. */
export const auditExport: ExportSource<AuditEntry> = {
  record: 'audit',
  permission: 'audit.read',
  columns: async ({ registry, locale }) =>
    Object.entries(labels).map(([key, label]) => ({ key, label: registry.translate(locale, label) })),
  defaultColumns: Object.keys(labels),
  defaultSort: 'at',
  page: listAudit,
  cells: async (ctx, rows, columns) =>
    rows.map((row) => {
      const cells = cellsOf(ctx, row)
      return columns.map((column) => cells[column as Column])
    }),
}

function cellsOf(ctx: Ctx, entry: AuditEntry): Record<Column, string> {
  const word = (prefix: string, key: string) => {
    const text = ctx.registry.translate(ctx.locale, `${prefix}.${key}`)
    return text === `${prefix}.${key}` ? key : text
  }
  return {
    at: formatDateTime(entry.at, { locale: ctx.locale, timeZone: ctx.timeZone }),
    actor: entry.actorName,
    via: word('identity.audit.via', entry.via),
    action: word('identity.ui.audit.action', entry.action),
    record: word('identity.ui.audit.record', entry.record),
    label: entry.label ?? '',
    recordId: entry.recordId ?? '',
    changes: changesText(ctx, entry),
    ip: entry.ip ?? '',
    id: entry.id,
  }
}

const changesText = ({ locale }: Ctx, { changes, words }: AuditEntry): string => {
  if (!words) return Object.keys(changes).length > 0 ? JSON.stringify(changes) : ''
  const arrow = locale === 'fa' ? '←' : '→'
  return words.map(({ label, from, to }) => `${label}: ${from ?? '—'} ${arrow} ${to ?? '—'}`).join('\n')
}
