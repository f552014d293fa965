import { useRoute, useT } from '@peyvand/platform/web'
import { Card, Link, useFormat } from '@peyvand/ui'
import { partyPurchasesRoute } from '../../contract/index.ts'

/** What a party bought, by product: how much, for how much, and when last. */
export const PartyPurchases = ({ partyId }: { partyId: string }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(partyPurchasesRoute, { params: { id: partyId } })
  if (!data || data.items.length === 0) return null
  const number = 'px-3 py-2 text-end whitespace-nowrap'
  return (
    <Card title={t('documents.ui.bought')} isFlush>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-body">
          <thead className="bg-surface-2 text-meta text-muted">
            <tr>
              <th className="px-3 py-2 text-start font-medium">{t('documents.line.product')}</th>
              <th className="px-3 py-2 text-end font-medium">{t('documents.line.quantity')}</th>
              <th className="px-3 py-2 text-end font-medium">{t('documents.line.total')}</th>
              <th className="px-3 py-2 text-end font-medium">{t('documents.ui.lastBought')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((one) => (
              <tr key={`${one.product.id} ${one.unit?.id ?? ''}`} className="border-t border-line">
                <td className="px-3 py-2">
                  <Link href={`/products/${one.product.id}`}>{one.product.name}</Link>
                </td>
                <td className={number}>
                  {format.number(one.quantity, { decimals: 6 })} {one.unit?.name}
                </td>
                <td className={number}>{format.money(one.netRial)}</td>
                <td className={number}>
                  <Link href={`/documents/${one.lastDocumentId}`}>{format.date(one.lastOn)}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
