import type { Currency } from '@peyvand/catalog/contract'
import { PriceExplained, useAmount } from '@peyvand/catalog/web'
import { useT } from '@peyvand/platform/web'
import { Bdi, Card, Dialog, EmptyState, useFormat, useUi } from '@peyvand/ui'
import { ListX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { type Document, type DocumentLine, documentKinds } from '../../contract/index.ts'
import { explainable } from '../lines/explainable.ts'
import { unitOfColumn } from '../lines/line-columns.ts'
import { useFigure } from '../lines/use-cell-words.ts'

type Props = { document: Document }

/** The lines of a document; papers that go with goods show no prices. */
export const DocumentLines = ({ document }: Props) => {
  const t = useT()
  const { moneyUnit } = useUi()
  const { lines, kind, currency } = document
  const [explained, explain] = useState<DocumentLine | null>(null)
  const price = explained && explainable(explained, currency)
  const hasPrices = documentKinds[kind].prices === 'shown'
  const unit = unitOfColumn(t, { currency, moneyUnit })
  if (lines.length === 0)
    return (
      <Card title={t('documents.field.lines')}>
        <EmptyState icon={<ListX />} title={t('documents.ui.noLines')} />
      </Card>
    )
  return (
    <Card
      isFlush
      title={t('documents.field.lines')}
      actions={
        hasPrices && <span className="text-meta text-muted">{t('documents.ui.amountsIn', { unit })}</span>
      }
    >
      <ol className="sm:hidden">
        {lines.map((line, at) => (
          <LineCard key={line.id} line={line} at={at} hasPrices={hasPrices} currency={currency} />
        ))}
      </ol>
      <div className="overflow-x-auto max-sm:hidden">
        <table className="w-full border-collapse text-body">
          <thead className="bg-surface-2 text-meta text-muted">
            <tr>
              <th className="px-3 py-2 text-start font-medium">{t('documents.ui.lineNumber')}</th>
              <th className="px-3 py-2 text-start font-medium">{t('documents.line.name')}</th>
              <th className="px-3 py-2 text-end font-medium">{t('documents.line.quantity')}</th>
              {hasPrices &&
                ['unitPrice', 'discount', 'vat', 'total'].map((column) => (
                  <th key={column} className="px-3 py-2 text-end font-medium whitespace-nowrap">
                    {t(`documents.line.${column === 'total' ? 'sum' : column}`)}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <LineRow
                key={line.id}
                line={line}
                at={at}
                hasPrices={hasPrices}
                currency={currency}
                onExplain={() => explain(line)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {explained && price && (
        <Dialog
          isOpen
          size="large"
          title={t('documents.ui.whyTitle', { name: explained.name })}
          onOpenChange={() => explain(null)}
        >
          <div className="flex flex-col gap-4">
            <PriceExplained line={price} />
          </div>
        </Dialog>
      )}
    </Card>
  )
}

type LineProps = { line: DocumentLine; at: number; hasPrices: boolean; currency: Currency }

const LineRow = ({ line, at, hasPrices, currency, onExplain }: LineProps & { onExplain: () => void }) => {
  const t = useT()
  const format = useFormat()
  const figure = useFigure(currency)
  const number = 'px-3 py-2 text-end align-top whitespace-nowrap'
  return (
    <tr className="border-t border-line">
      <td className="px-3 py-2 align-top text-muted">{format.number(at + 1)}</td>
      <td className="min-w-48 px-3 py-2 align-top">
        <LineText line={line} />
      </td>
      <td className={number}>
        {format.number(line.quantity, { decimals: 6 })} {line.unit?.name}
        <PartDelivered line={line} />
      </td>
      {hasPrices && (
        <>
          <td className={number}>
            {explainable(line, currency) ? (
              <button
                type="button"
                title={t('documents.ui.why', { name: line.name })}
                aria-label={t('documents.ui.why', { name: line.name })}
                onClick={onExplain}
                className="inline-flex cursor-pointer items-center gap-1 underline decoration-dotted underline-offset-4 hover:text-accent-text"
              >
                {line.belowFloor && <TriangleAlert size={14} aria-hidden className="text-warn" />}
                {figure(line.listPrice)}
              </button>
            ) : (
              figure(line.listPrice)
            )}
          </td>
          <td className={number}>{line.discount === '0' ? '—' : figure(line.discount)}</td>
          <td className={number}>{line.vatAmount === '0' ? '—' : figure(line.vatAmount)}</td>
          <td className={`${number} font-medium`}>{figure(line.total)}</td>
        </>
      )}
    </tr>
  )
}

const LineText = ({ line }: { line: DocumentLine }) => {
  const format = useFormat()
  const options = line.configuration?.options ?? []
  return (
    <>
      <span className="font-medium break-words">
        <bdi>{line.name}</bdi>
      </span>
      {line.product && (
        <span className="ms-2 text-meta text-muted">
          <Bdi>{format.digits(line.product.code)}</Bdi>
        </span>
      )}
      {options.length > 0 && (
        <span className="block text-meta text-muted">
          {format.list(options.map(({ group, name }) => `${group}: ${name}`))}
        </span>
      )}
      {line.description && (
        <span className="block text-meta whitespace-pre-wrap text-muted">{line.description}</span>
      )}
      {line.serials.length > 0 && (
        <Bdi className="block text-meta text-muted">{line.serials.map(format.digits).join(' · ')}</Bdi>
      )}
      {line.note && <span className="block text-meta whitespace-pre-wrap text-muted">{line.note}</span>}
    </>
  )
}

/** How much of a line of an order went out, where it is neither nothing nor all. */
const PartDelivered = ({ line: { progress, quantity } }: { line: DocumentLine }) => {
  const t = useT()
  const format = useFormat()
  const delivered = progress?.delivered
  if (!delivered || delivered === '0' || delivered === quantity) return null
  return (
    <span className="block text-meta text-muted">
      {t('documents.progress.ofLine', { count: format.number(delivered, { decimals: 6 }) })}
    </span>
  )
}

const LineCard = ({ line, at, hasPrices, currency }: LineProps) => {
  const format = useFormat()
  const amount = useAmount()
  return (
    <li className="flex gap-2 border-b border-line px-4 py-2.5 last:border-b-0">
      <span className="text-muted">{format.number(at + 1)}</span>
      <div className="min-w-0 flex-1">
        <LineText line={line} />
        <p className="flex flex-wrap justify-between gap-x-3 text-meta text-muted">
          <span>
            {format.number(line.quantity, { decimals: 6 })} {line.unit?.name}
            {hasPrices && ` × ${amount(line.unitPrice, currency)}`}
            <PartDelivered line={line} />
          </span>
          {hasPrices && <strong className="text-text">{amount(line.total, currency)}</strong>}
        </p>
      </div>
    </li>
  )
}
