import { TargetTimeline } from '@peyvand/activities/web'
import { useAmount } from '@peyvand/catalog/web'
import { AttachmentList } from '@peyvand/files/web'
import { RecordChanges } from '@peyvand/history/web'
import { useT } from '@peyvand/platform/web'
import { Bdi, Callout, Card, Link, useFormat } from '@peyvand/ui'
import { type Document, documentKinds } from '../../contract/index.ts'
import { SharesCard } from '../paper/shares-card.tsx'
import { DocumentStatusMark } from '../words/document-status-mark.tsx'
import { useDocumentName } from '../words/use-document-name.ts'
import { ApprovalBanner } from './approval-banner.tsx'
import { DocumentActions } from './document-actions.tsx'
import { DocumentChain } from './document-chain.tsx'
import { DocumentCourse } from './document-course.tsx'
import { DocumentFacts } from './document-facts.tsx'
import { DocumentLines } from './document-lines.tsx'
import { OrderProgress } from './order-progress.tsx'
import { TotalsList } from './totals-list.tsx'
import { useDocumentHistory } from './use-document-history.ts'

type Props = { document: Document }

/** Everything of one document. */
export const DocumentView = ({ document }: Props) => {
  const t = useT()
  const nameOf = useDocumentName()
  const history = useDocumentHistory(document)
  const hasPrices = documentKinds[document.kind].prices === 'shown'
  const isClosed = document.deletedAt !== null || document.status === 'cancelled'
  return (
    <article className="@container flex flex-col gap-4">
      <Head document={document} />
      {document.deletedAt && <Callout tone="warn">{t('documents.ui.inBin')}</Callout>}
      {document.cancelledReason && (
        <Callout tone="bad" title={t('documents.status.cancelled')}>
          {document.cancelledReason}
        </Callout>
      )}
      <ApprovalBanner document={document} />
      <Answer document={document} />
      <DocumentCourse document={document} />
      <OrderProgress document={document} />
      <div className="grid items-start gap-4 @4xl:grid-cols-[minmax(0,1fr)_20rem] @4xl:grid-rows-[auto_1fr]">
        {hasPrices && (
          <Card title={t('documents.ui.sum')} className="@4xl:col-start-2">
            <TotalsList totals={document.totals} currency={document.currency} />
            <Charges document={document} />
          </Card>
        )}
        <div className="flex min-w-0 flex-col gap-4 @4xl:col-start-1 @4xl:row-span-2 @4xl:row-start-1">
          <DocumentLines document={document} />
          <Printed document={document} />
          <TargetTimeline
            target={{ type: 'documents', id: document.id, kind: document.kind, name: nameOf(document) }}
            parties={[document.party]}
            isClosed={isClosed}
            label={t('documents.ui.activities')}
            empty={t('documents.ui.noActivities')}
          />
          <Card title={t('history.changes')}>
            <RecordChanges history={history} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4 @4xl:col-start-2">
          <DocumentFacts document={document} />
          <SharesCard document={document} />
          <DocumentChain document={document} />
          <Card title={t('files.attachments')}>
            <AttachmentList
              record="documents"
              recordId={document.id}
              emptyHint={t('documents.ui.filesHint')}
            />
          </Card>
        </div>
      </div>
    </article>
  )
}

const Head = ({ document }: Props) => {
  const t = useT()
  const format = useFormat()
  const { kind, number, status, expired, revision, title, party } = document
  return (
    <header className="flex flex-wrap items-start gap-3">
      <div className="min-w-40 flex-1">
        <h1 className="flex flex-wrap items-baseline gap-x-2 text-dialog font-bold">
          {t(`documents.kind.${kind}`)}
          {number && <Bdi>{format.digits(number)}</Bdi>}
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
          <DocumentStatusMark status={status} expired={expired} />
          {revision > 1 && <span>{t('documents.ui.revision', { number: format.number(revision) })}</span>}
          <Link href={`/parties/${party.id}`}>{party.name}</Link>
          {title && <bdi>{title}</bdi>}
        </p>
      </div>
      <DocumentActions document={document} />
    </header>
  )
}

const Answer = ({ document: { answer } }: Props) => {
  const t = useT()
  const format = useFormat()
  if (!answer) return null
  const said = answer.accepted ? 'accepted' : 'rejected'
  const by = answer.signer ? 'bySigner' : 'byColleague'
  return (
    <Callout tone={answer.accepted ? 'ok' : 'bad'} title={t(`documents.status.${said}`)}>
      <p>{t(`documents.answer.${by}`, { name: answer.signer ?? '', at: format.dateTime(answer.at) })}</p>
      {answer.comment && <p className="whitespace-pre-wrap">{answer.comment}</p>}
    </Callout>
  )
}

const Charges = ({ document: { charges, currency } }: Props) => {
  const t = useT()
  const amount = useAmount()
  if (charges.length === 0) return null
  return (
    <dl
      aria-label={t('documents.field.charges')}
      className="mt-3 border-t border-line pt-2 text-meta text-muted"
    >
      {charges.map((charge, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a charge has its place and nothing else
        <div key={at} className="flex justify-between gap-4">
          <dt>{charge.label}</dt>
          <dd>{amount(charge.amount, currency)}</dd>
        </div>
      ))}
    </dl>
  )
}

const Printed = ({ document: { note, terms, internalNote } }: Props) => {
  const t = useT()
  const texts = [
    { name: 'note', text: note },
    { name: 'terms', text: terms },
    { name: 'internalNote', text: internalNote },
  ].filter(({ text }) => text)
  if (texts.length === 0) return null
  return (
    <Card>
      <dl className="flex flex-col gap-3">
        {texts.map(({ name, text }) => (
          <div key={name}>
            <dt className="text-meta text-muted">{t(`documents.field.${name}`)}</dt>
            <dd className="break-words whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
