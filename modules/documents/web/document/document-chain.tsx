import { useAmount } from '@peyvand/catalog/web'
import { useT } from '@peyvand/platform/web'
import { Card, Link, useFormat } from '@peyvand/ui'
import { type Document, type DocumentLink, documentKinds } from '../../contract/index.ts'
import { DocumentStatusMark } from '../words/document-status-mark.tsx'
import { useDocumentName } from '../words/use-document-name.ts'

type Props = { document: Document }

/** What a document came from and what was made of it, and its revisions. */
export const DocumentChain = ({ document }: Props) => {
  const t = useT()
  const parts = [
    { name: 'sources', links: document.sources },
    { name: 'followers', links: document.followers },
    { name: 'revisions', links: document.revisions.filter(({ id }) => id !== document.id) },
  ].filter(({ links }) => links.length > 0)
  if (parts.length === 0) return null
  return (
    <Card title={t('documents.ui.chain')}>
      <div className="flex flex-col gap-3">
        {parts.map(({ name, links }) => (
          <section key={name} className="flex flex-col gap-1">
            <h3 className="text-meta text-muted">{t(`documents.ui.${name}`)}</h3>
            <ul className="flex flex-col divide-y divide-line">
              {links.map((link) => (
                <Linked key={link.id} link={link} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

const Linked = ({ link }: { link: DocumentLink }) => {
  const format = useFormat()
  const amount = useAmount()
  const nameOf = useDocumentName()
  return (
    <li className="flex flex-col gap-0.5 py-1.5">
      <span className="flex flex-wrap items-center gap-2">
        <Link href={`/documents/${link.id}`} className="min-w-0 flex-1 font-medium">
          {nameOf(link)}
        </Link>
        <DocumentStatusMark status={link.status} />
      </span>
      <span className="flex justify-between gap-2 text-meta text-muted">
        <time dateTime={link.issuedOn}>{format.date(link.issuedOn)}</time>
        {documentKinds[link.kind].prices === 'shown' && <span>{amount(link.total, link.currency)}</span>}
      </span>
    </li>
  )
}
