import { callApi, invalidateTopics, problemText, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import type { CellChange, CellFaults } from '@peyvand/ui/data'
import { useCallback, useMemo } from 'react'
import { type ListPriceRow, type PriceList, setPricesRoute } from '../../contract/index.ts'

type Amounts = { price?: string | null; floor?: string | null }

export const priceTopics = ['price-lists', 'products'] as const

/** Writes cells of a price list, one or a pasted block, all or none. */
export function usePriceSaves({ id }: PriceList) {
  const t = useT()
  const write = useCallback(
    async (changes: readonly { row: ListPriceRow; values: Amounts }[]) => {
      const prices = changes.map(({ row, values }) => ({
        productId: row.product.id,
        unitId: row.unit.id,
        minQuantity: row.minQuantity,
        price: values.price === undefined ? row.price : values.price,
        floor: values.floor === undefined ? row.floor : values.floor,
      }))
      await callApi(setPricesRoute, { params: { id }, body: { prices } })
      await invalidateTopics(priceTopics)
    },
    [id],
  )
  return useMemo(
    () => ({
      saveOne: async (row: ListPriceRow, column: 'price' | 'floor', value: string | null) => {
        try {
          await write([{ row, values: { [column]: value } }])
        } catch (error) {
          throw new Error(problemText(t, error), { cause: error })
        }
      },
      saveCells: async (changes: readonly CellChange<ListPriceRow>[]): Promise<readonly CellFaults[]> => {
        try {
          await write(changes.map(({ row, values }) => ({ row, values: values as Amounts })))
          toast({ kind: 'ok', title: t('web.saved') })
          return []
        } catch (error) {
          const fault = problemText(t, error)
          return changes.map(({ values }) =>
            Object.fromEntries(Object.keys(values).map((column) => [column, fault])),
          )
        }
      },
    }),
    [write, t],
  )
}
