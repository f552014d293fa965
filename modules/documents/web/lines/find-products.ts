import { listProductsRoute, type ProductRow } from '@peyvand/catalog/contract'
import { searchKey } from '@peyvand/persian'
import type { Filter } from '@peyvand/platform/contract'
import { callApi } from '@peyvand/platform/web'

const atOnce = 50
/** So many texts may be searched for by parts of them: words of a person, not a whole spreadsheet. */
const mostSearched = 12
const active: Filter = { field: 'active', op: 'eq', value: true }

/** Products on offer that a text names by its whole code, barcode or name; of a few texts also by a part. */
export async function findProducts(
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, ProductRow>> {
  const found = new Map<string, ProductRow>()
  for (let from = 0; from < texts.length; from += atOnce) {
    const some = texts.slice(from, from + atOnce)
    const named = (['code', 'barcode', 'name'] as const).map(
      (field): Filter => ({ field, op: 'in', value: some }),
    )
    const { items } = await products({ filter: { and: [active, { or: named }] }, limit: 200, signal })
    for (const text of some) {
      const product = items.find((one) => isNamed(one, text))
      if (product) found.set(text, product)
    }
  }
  const others = texts.filter((text) => !found.has(text)).slice(0, mostSearched)
  for (const text of others) {
    const { items } = await products({ filter: active, q: text, limit: 2, signal })
    if (items.length === 1 && items[0]) found.set(text, items[0])
  }
  return found
}

/** Products on offer with a text in their name, code or barcode, one that it names in whole first. */
export async function searchProducts(text: string, signal: AbortSignal): Promise<ProductRow[]> {
  const { items } = await products({ filter: active, ...(text && { q: text }), limit: 12, signal })
  return items.toSorted((a, b) => Number(isNamed(b, text)) - Number(isNamed(a, text)))
}

const isNamed = ({ code, barcode, name }: ProductRow, text: string): boolean =>
  [code, barcode, name].some((one) => one !== null && searchKey(one) === searchKey(text))

type Asked = { filter: Filter; q?: string; limit: number; signal: AbortSignal }

const products = ({ filter, q, limit, signal }: Asked) =>
  callApi(
    listProductsRoute,
    { query: { filter: JSON.stringify(filter), ...(q && { q }), limit, count: 'none' } },
    { signal },
  )
