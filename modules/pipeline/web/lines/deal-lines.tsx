import { usePermission, useT } from '@peyvand/platform/web'
import { Button, Card, Link, lazyPart, Tag, useFormat } from '@peyvand/ui'
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Deal, DealLine } from '../../contract/index.ts'

const LinesDialog = lazyPart(async () => (await import('./lines-dialog.tsx')).LinesDialog)

/** What a deal is about: products, prices and their sum. */
export const DealLines = ({ deal }: { deal: Deal }) => {
  const t = useT()
  const format = useFormat()
  const seesProducts = usePermission('catalog.read')
  const [isOpen, setOpen] = useState(false)
  const { lines } = deal
  const mayChange = deal.can.update && seesProducts
  if (lines.length === 0 && !mayChange) return null
  const sum = lines.reduce((total, { net }) => total + BigInt(net), 0n)
  return (
    <Card
      title={t('pipeline.lines')}
      isFlush={lines.length > 0}
      actions={
        mayChange && (
          <Button
            size="small"
            icon={lines.length > 0 ? <Pencil size={15} aria-hidden /> : <Plus size={15} aria-hidden />}
            onPress={() => setOpen(true)}
          >
            {t(lines.length > 0 ? 'web.edit' : 'pipeline.addLine')}
          </Button>
        )
      }
    >
      {isOpen && <LinesDialog deal={deal} onClose={() => setOpen(false)} />}
      {lines.length === 0 ? (
        <p className="text-body text-muted">{t('pipeline.noLines')}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-body">
            <thead className="text-meta text-muted">
              <tr>
                {(['field.product', 'quantity', 'unitPrice', 'net'] as const).map((key) => (
                  <th key={key} scope="col" className="px-4 py-2 text-start font-medium whitespace-nowrap">
                    {t(`pipeline.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <LineRow
                  // oxlint-disable-next-line react/no-array-index-key -- lines have an order and nothing else
                  key={index}
                  line={line}
                  isLinked={seesProducts}
                />
              ))}
            </tbody>
            <tfoot>
              <tr className="border-t border-line font-semibold">
                <th scope="row" colSpan={3} className="px-4 py-2 text-start font-semibold">
                  {t(deal.amountOfLines ? 'pipeline.sumIsAmount' : 'pipeline.sum')}
                </th>
                <td className="px-4 py-2 whitespace-nowrap">{format.money(String(sum))}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Card>
  )
}

const LineRow = ({ line, isLinked }: { line: DealLine; isLinked: boolean }) => {
  const t = useT()
  const format = useFormat()
  const { product, configuration, quantity, unit, unitPrice, discountPercent, net, needsApproval } = line
  return (
    <tr className="border-t border-line align-top">
      <td className="min-w-40 px-4 py-2">
        {isLinked ? <Link href={`/products/${product.id}`}>{product.name}</Link> : product.name}
        {configuration && configuration.options.length > 0 && (
          <span className="block text-meta text-muted">
            {format.list(configuration.options.map(({ name }) => name))}
          </span>
        )}
      </td>
      <td className="px-4 py-2 whitespace-nowrap">
        {format.number(quantity, { decimals: 6 })} {unit.name}
      </td>
      <td className="px-4 py-2">
        <span className="whitespace-nowrap">{format.money(unitPrice)}</span>
        {discountPercent && discountPercent !== '0' && (
          <span className="block text-meta text-muted">
            {t('pipeline.lessPercent', { percent: format.number(discountPercent, { decimals: 2 }) })}
          </span>
        )}
        {needsApproval && <Tag tone="warn">{t('pipeline.needsApproval')}</Tag>}
      </td>
      <td className="px-4 py-2 whitespace-nowrap">{format.money(net)}</td>
    </tr>
  )
}
