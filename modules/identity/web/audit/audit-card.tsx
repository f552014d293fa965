import { useFormat } from '@peyvand/ui'
import type { AuditEntry } from '../../contract/index.ts'
import { useAuditWords } from './use-audit-words.ts'

/** An entry of the log in two lines, for phones. */
export function AuditCard({ entry }: { entry: AuditEntry }) {
  const format = useFormat()
  const words = useAuditWords()
  return (
    <div className="min-w-0">
      <p className="truncate">
        <span className="font-medium">{entry.actorName}</span> · {words.action(entry.action)}{' '}
        {words.record(entry.record)}
      </p>
      <p className="truncate text-meta text-muted">
        {format.dateTime(entry.at)}
        {entry.label && ` · ${entry.label}`}
      </p>
    </div>
  )
}
