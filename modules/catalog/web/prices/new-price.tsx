import { callApi, invalidateTopics, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Button, Select, toast } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { getProductRoute, type PriceList, setPricesRoute } from '../../contract/index.ts'
import { AmountField } from '../fields/amount-field.tsx'
import { DecimalField } from '../fields/decimal-field.tsx'
import { ProductPicker } from '../fields/product-picker.tsx'
import { priceTopics } from './use-price-saves.ts'

/** Puts a price on the list; what is there of the same product, unit and quantity is replaced. */
export const NewPrice = ({ list }: { list: PriceList }) => {
  const t = useT()
  const problem = useProblemText()
  const [productId, setProduct] = useState<string | null>(null)
  const [chosenUnit, setUnit] = useState<string | null>(null)
  const [minQuantity, setMinQuantity] = useState<string | null>(null)
  const [price, setPrice] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const { data: product } = useRoute(
    getProductRoute,
    { params: { id: productId ?? '' } },
    { enabled: productId !== null },
  )
  const units = product ? [product.unit, ...product.units.map(({ unit }) => unit)] : []
  const unitId = units.find(({ id }) => id === chosenUnit)?.id ?? product?.unit.id ?? null
  const add = async () => {
    if (!productId || !unitId || price === null) return
    setPending(true)
    try {
      const row = { productId, unitId, minQuantity: minQuantity ?? '0', price }
      await callApi(setPricesRoute, { params: { id: list.id }, body: { prices: [row] } })
      await invalidateTopics(priceTopics)
      setProduct(null)
      setPrice(null)
      setMinQuantity(null)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    setPending(false)
  }
  return (
    <form
      aria-label={t('catalog.ui.newPrice')}
      className="flex flex-1 flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <span className="min-w-56 flex-1">
        <ProductPicker label={t('catalog.ui.product')} value={productId} onChange={setProduct} />
      </span>
      {units.length > 1 && (
        <Select
          label={t('catalog.ui.unit')}
          options={units.map(({ id, name }) => ({ id, label: name }))}
          value={unitId}
          onChange={setUnit}
          className="w-28"
        />
      )}
      <span className="w-28">
        <DecimalField label={t('catalog.ui.minQuantity')} value={minQuantity} onChange={setMinQuantity} />
      </span>
      <span className="w-44">
        <AmountField
          label={t('catalog.ui.price')}
          currency={list.currency}
          value={price}
          onChange={setPrice}
          showWords={false}
        />
      </span>
      <Button
        type="submit"
        icon={<Plus size={16} aria-hidden />}
        isPending={isPending}
        isDisabled={!unitId || price === null}
      >
        {t('catalog.ui.addPrice')}
      </Button>
    </form>
  )
}
