import { CreateProduct, DiscountRuleInput, PriceListInput } from '@peyvand/catalog/contract'
import {
  createDiscountRule,
  createPriceList,
  createProduct,
  createProductGroup,
  listPriceLists,
  setPrices,
} from '@peyvand/catalog/server'
import { readyValueId } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { catalogGroups, catalogProducts } from './catalog-words.ts'

/** A small catalogue with prices for everybody and for gold customers, and three discounts. Prices are in Rial. Answers ids by name. */
export async function makeCatalog(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const groups = await makeGroups(ctx)
  const unitId = async (key: string) => (await readyValueId(ctx, 'units', key)) as string
  const prices: { productId: string; price: string; floor: string | null }[] = []
  const made = new Map<string, string>()
  for (const { group, unit, price, floor = null, carton, parts = [], ...product } of catalogProducts) {
    const { id } = await createProduct(
      ctx,
      CreateProduct.parse({
        ...product,
        groupId: groups.get(group) ?? null,
        unitId: await unitId(unit),
        units: carton ? [{ unitId: await unitId('carton'), factor: carton }] : [],
        parts: parts.map(([name, quantity]) => ({ productId: made.get(name), quantity })),
      }),
    )
    made.set(product.name, id)
    if (price) prices.push({ productId: id, price, floor })
  }
  const base = (await listPriceLists(ctx)).at(-1)
  if (base)
    await setPrices(
      ctx,
      base.id,
      prices.map((row) => ({ ...row, minQuantity: '0' })),
    )
  await makeGoldPrices(ctx, prices)
  await makeDiscounts(ctx, groups)
  return made
}

async function makeGroups(ctx: Ctx): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [name, parent] of catalogGroups) {
    const { id } = await createProductGroup(ctx, {
      name,
      parentId: parent ? (ids.get(parent) ?? null) : null,
    })
    ids.set(name, id)
  }
  return ids
}

/** Six percent below everybody's price, to whole thousand Toman. */
async function makeGoldPrices(
  ctx: Ctx,
  prices: readonly { productId: string; price: string }[],
): Promise<void> {
  const gold = await readyValueId(ctx, 'customerLevels', 'gold')
  const list = await createPriceList(
    ctx,
    PriceListInput.parse({ name: 'مشتریان طلایی', levelIds: gold ? [gold] : [] }),
  )
  const rows = prices.slice(0, 12).map(({ productId, price }) => ({
    productId,
    minQuantity: '0',
    price: String(((BigInt(price) * 94n) / 1_000_000n) * 10_000n),
    floor: null,
  }))
  await setPrices(ctx, list.id, rows)
}

async function makeDiscounts(ctx: Ctx, groups: ReadonlyMap<string, string>): Promise<void> {
  const consumables = groups.get('لوازم مصرفی')
  const rules = [
    {
      name: 'خرید عمدهٔ لوازم مصرفی',
      kind: 'percent',
      percent: '5',
      minQuantity: '10',
      productGroupIds: consumables ? [consumables] : [],
      stackable: true,
    },
    { name: 'فروش پورتال', kind: 'percent', percent: '2', channels: ['portal'], stackable: true },
    { name: 'جشنوارهٔ شب یلدا', kind: 'percent', percent: '12', code: 'YALDA' },
  ]
  for (const rule of rules) await createDiscountRule(ctx, DiscountRuleInput.parse(rule))
}
