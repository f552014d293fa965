import { useAmount } from '@peyvand/catalog/web'
import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import type { ListField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Bdi, Link, useFormat } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { type ReactNode, useMemo } from 'react'
import { type DocumentRow, documentKinds } from '../../contract/index.ts'
import { DocumentStatusMark } from '../words/document-status-mark.tsx'
import { ProgressMark } from '../words/progress-mark.tsx'

type Cell = (row: DocumentRow) => ReactNode

const amounts: Record<string, string> = {
  net: 'documents.line.total',
  vat: 'documents.totals.vat',
  total: 'documents.totals.total',
}

const widths: Record<string, number> = {
  number: 160,
  partyName: 220,
  total: 170,
  status: 140,
  title: 200,
  delivery: 110,
  invoicing: 120,
}

/** Columns of a list of documents: every field that rows carry, with the firm's own. */
export function useDocumentColumns(
  fields: Readonly<Record<string, ListField>>,
): DataGridColumn<DocumentRow>[] {
  const t = useT()
  const cells = useCells()
  return useMemo(
    () =>
      Object.entries(fields).flatMap(([key, field]) => {
        const cell = cells[key]
        return cell
          ? {
              id: key,
              // Amounts bear their unit here, which is the firm's; files have Rial.
              header: field.type === 'money' && amounts[key] ? t(amounts[key]) : field.label,
              cell,
              width: widths[key] ?? 150,
              sortable: field.sortable ?? false,
              ...(field.type === 'money' && { align: 'end' as const }),
              ...(key === 'number' && { sticky: true, hideable: false }),
            }
          : []
      }),
    [t, fields, cells],
  )
}

function useCells(): Record<string, Cell> {
  const t = useT()
  const format = useFormat()
  const own = useCustomFields('documents', [])
  const inWords = useCustomWords()
  return useMemo(() => {
    const day = (iso: string | null) => iso && <time dateTime={iso}>{format.date(iso)}</time>
    const moment = (at: string | null) => at && <time dateTime={at}>{format.dateTime(at, 'short')}</time>
    const rial = (row: DocumentRow, amount: string | null) =>
      amount !== null && documentKinds[row.kind].prices === 'shown' && format.money(amount)
    return {
      number: ({ number, revision }) => (
        <span className="truncate font-medium">
          {number ? <Bdi>{format.digits(number)}</Bdi> : t('documents.status.draft')}
          {revision > 1 && ` (${format.number(revision)})`}
        </span>
      ),
      kind: ({ kind }) => t(`documents.kind.${kind}`),
      side: ({ side }) => t(`documents.side.${side}`),
      status: ({ status, expired }) => <DocumentStatusMark status={status} expired={expired} />,
      title: ({ title }) => title && <bdi className="truncate">{title}</bdi>,
      partyName: ({ party }) => <Link href={`/parties/${party.id}`}>{party.name}</Link>,
      contact: ({ contact }) => contact && <Link href={`/parties/${contact.id}`}>{contact.name}</Link>,
      deal: ({ deal }) => deal && <Link href={`/deals/${deal.id}`}>{deal.name}</Link>,
      ownerName: ({ owner }) => owner?.name,
      teamName: ({ team }) => team?.name,
      issuedOn: ({ issuedOn }) => day(issuedOn),
      validUntil: ({ validUntil }) => day(validUntil),
      dueOn: ({ dueOn }) => day(dueOn),
      promisedOn: ({ promisedOn }) => day(promisedOn),
      preparation: ({ preparation }) => preparation?.name,
      delivery: ({ delivery }) => delivery && <ProgressMark progress={delivery} />,
      invoicing: ({ invoicing }) => invoicing && <ProgressMark progress={invoicing} />,
      currency: ({ currency }) => t(`catalog.currency.${currency}`),
      settlement: ({ settlement, kind }) =>
        documentKinds[kind].prices === 'shown' && t(`documents.settlement.${settlement}`),
      // Of foreign documents the list knows the total in Rial alone.
      net: (row) => rial(row, row.currency === 'IRR' ? row.net : null),
      vat: (row) => rial(row, row.currency === 'IRR' ? row.vat : null),
      total: (row) => rial(row, row.totalRial),
      totalForeign: (row) => <Total row={row} />,
      sentAt: ({ sentAt }) => moment(sentAt),
      seenAt: ({ seenAt }) => moment(seenAt),
      createdAt: ({ createdAt }) => moment(createdAt),
      updatedAt: ({ updatedAt }) => format.relative(updatedAt),
      issuedAt: ({ issuedAt }) => moment(issuedAt),
      ...Object.fromEntries(
        own.map((field) => [
          `custom.${field.key}`,
          (row: DocumentRow) => inWords(field, row.custom[field.key]),
        ]),
      ),
    }
  }, [t, format, own, inWords])
}

const Total = ({ row }: { row: DocumentRow }) => {
  const amount = useAmount()
  return documentKinds[row.kind].prices === 'shown' && amount(row.total, row.currency)
}

/** A row on a phone. */
export const DocumentRowCard = ({ row }: { row: DocumentRow }) => {
  const t = useT()
  const format = useFormat()
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">
          {t(`documents.kind.${row.kind}`)} {row.number && <Bdi>{format.digits(row.number)}</Bdi>}
        </span>
        <DocumentStatusMark status={row.status} expired={row.expired} />
      </span>
      <span className="flex gap-2 text-meta text-muted">
        <bdi className="min-w-0 flex-1 truncate">{row.party.name}</bdi>
        <span>{format.date(row.issuedOn)}</span>
        <Total row={row} />
      </span>
    </span>
  )
}
