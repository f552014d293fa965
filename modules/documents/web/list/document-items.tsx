import { useAmount } from '@peyvand/catalog/web'
import { Link, useFormat } from '@peyvand/ui'
import { type DocumentRow, documentKinds } from '../../contract/index.ts'
import { DocumentStatusMark } from '../words/document-status-mark.tsx'
import { useDocumentName } from '../words/use-document-name.ts'

/** A few documents, each a line: in a party's file, on a deal's page. */
export const DocumentItems = ({ items }: { items: readonly DocumentRow[] }) => {
  const format = useFormat()
  const amount = useAmount()
  const nameOf = useDocumentName()
  return (
    <ul className="flex flex-col divide-y divide-line">
      {items.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <Link href={`/documents/${row.id}`} className="min-w-40 flex-1 font-medium">
            {nameOf(row)}
          </Link>
          {documentKinds[row.kind].prices === 'shown' && <span>{amount(row.total, row.currency)}</span>}
          <DocumentStatusMark status={row.status} expired={row.expired} />
          <time dateTime={row.issuedOn} className="text-meta text-muted">
            {format.date(row.issuedOn)}
          </time>
        </li>
      ))}
    </ul>
  )
}
