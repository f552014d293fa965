import { useRoute, useT } from '@peyvand/platform/web'
import { Card, Link, Skeleton, StatusPill, useFormat } from '@peyvand/ui'
import { type Product, productPricesRoute } from '../../contract/index.ts'
import { useAmount } from '../fields/use-amount.ts'
import { useSeesFloors } from '../fields/use-sees-floors.ts'

/** What a product costs by every list, in the order in which lists are asked. */
export const ProductPrices = ({ product }: { product: Product }) => {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const seesFloors = useSeesFloors()
  const { data } = useRoute(productPricesRoute, { params: { id: product.id } })
  return (
    <Card title={t('catalog.ui.pricesByList')} isFlush>
      {!data && (
        <div className="p-4">
          <Skeleton className="h-16" />
        </div>
      )}
      {data?.items.length === 0 && <p className="p-4 text-body text-muted">{t('catalog.ui.noPrices')}</p>}
      {data && data.items.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full text-body">
            <thead className="text-meta text-muted">
              <tr>
                {['priceList', 'unit', 'minQuantity', 'price', ...(seesFloors ? ['floor'] : [])].map(
                  (key) => (
                    <th key={key} scope="col" className="px-4 py-2 text-start font-medium whitespace-nowrap">
                      {t(`catalog.ui.${key}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {data.items.map((row) => (
                <tr
                  key={`${row.list.id} ${row.unit.id} ${row.minQuantity}`}
                  className="border-t border-line whitespace-nowrap"
                >
                  <td className="px-4 py-2">
                    <Link href={`/price-lists/${row.list.id}`}>{row.list.name}</Link>{' '}
                    {!row.active && <StatusPill>{t('catalog.ui.inactive')}</StatusPill>}
                  </td>
                  <td className="px-4 py-2">{row.unit.name}</td>
                  <td className="px-4 py-2">
                    {row.minQuantity === '0' ? '—' : format.number(row.minQuantity, { decimals: 6 })}
                  </td>
                  <td className="px-4 py-2 font-medium">{amount(row.price, row.currency)}</td>
                  {seesFloors && (
                    <td className="px-4 py-2 text-muted">
                      {row.floor ? amount(row.floor, row.currency) : '—'}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
