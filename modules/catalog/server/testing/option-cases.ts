import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type {
  ConfigurationAnswer,
  ConfiguratorChange,
  NamedConfiguration,
  Product,
} from '../../contract/index.ts'
import { api, base, made, priced, printer, seller, stranger, units } from './catalog-world.ts'

/** What is chosen of a product, and what that costs. */
export function optionCases(): void {
  describe('options', () => {
    const [memory, large, small, bag, colour, black, white] = Array.from({ length: 7 }, () => randomUUID())
    const none = { kind: 'none' }
    let design: { groups: object[]; rules: object[] }
    let laptop: Product
    let module8: Product
    const chosen = (...optionIds: unknown[]) =>
      seller.post<ConfigurationAnswer>(`/products/${laptop.id}/configurator/ask`, { optionIds })

    beforeAll(async () => {
      laptop = await made('/products', { name: 'لپ‌تاپ', unitId: units['piece'] })
      module8 = await made('/products', { name: 'حافظهٔ ۸', unitId: units['piece'] })
      await api.put(`/price-lists/${base.id}/prices`, {
        prices: [
          { productId: laptop.id, price: '400000000', floor: '380000000' },
          { productId: module8.id, price: '25000000' },
        ],
      })
      const brings = (productId: string, quantity: string) => ({ kind: 'product', productId, quantity })
      design = {
        groups: [
          {
            id: memory,
            name: 'حافظه',
            min: 1,
            max: 1,
            options: [
              { id: small, name: '۸', isDefault: true, effect: none },
              { id: large, name: '۲۴', isDefault: false, effect: brings(module8.id, '2') },
            ],
          },
          {
            id: colour,
            name: 'رنگ و کیف',
            min: 0,
            max: null,
            options: [
              { id: black, name: 'سیاه', isDefault: false, effect: none },
              { id: white, name: 'سفید', isDefault: false, effect: { kind: 'percent', percent: '2.5' } },
              { id: bag, name: 'کیف', isDefault: false, effect: { kind: 'amount', amount: '-1500000' } },
            ],
          },
        ],
        rules: [
          { id: randomUUID(), kind: 'excludes', optionId: white, others: [black], reason: 'یک رنگ' },
          { id: randomUUID(), kind: 'requires', optionId: bag, others: [large], reason: null },
        ],
      }
      await api.put(`/products/${laptop.id}/configurator`, { ...design, version: 0 })
    })

    test('are asked: what is wrong, what is barred, and what the choice costs and why', async () => {
      expect((await chosen(small, white, bag)).body).toMatchObject({
        faults: [{ code: 'requires', optionId: bag, others: [large] }],
        barred: [{ optionId: black, by: white, reason: 'یک رنگ' }],
        line: null,
      })
      const { line } = (await chosen(bag, large, white)).body
      // 400,000,000 + 2 × 25,000,000 + 2.5 % of 400,000,000 − 1,500,000.
      expect(line).toMatchObject({ unitPrice: '458500000', vatAmount: '45850000', floor: null })
      expect(line?.steps.flatMap((step) => (step.type === 'option' ? [step.add] : []))).toEqual([
        '50000000',
        '10000000',
        '-1500000',
      ])
      expect(line?.configuration?.options.map(({ name }) => name)).toEqual(['۲۴', 'سفید', 'کیف'])
      const withDefaults = (await priced({ productId: laptop.id })).body.lines[0]
      expect(withDefaults).toMatchObject({
        unitPrice: '400000000',
        configuration: { options: [{ id: small }] },
      })
      const invalid = { options: [{ id: white, name: '', group: '' }] }
      expect((await priced({ productId: laptop.id, configuration: invalid })).body).toMatchObject({
        code: 'catalog.configurationInvalid',
      })
      expect((await priced({ productId: printer.id, configuration: invalid })).body).toMatchObject({
        errors: [{ path: 'lines.0.configuration', code: 'option' }],
      })
    })

    test('are kept under a name and told when they can be sold no more', async () => {
      const path = `/products/${laptop.id}/configurations`
      const keep = (name: string, ...optionIds: unknown[]) => seller.post(path, { name, optionIds })
      expect((await keep('ناقص', white)).body).toMatchObject({ code: 'catalog.configurationInvalid' })
      expect((await keep('اداری', small, black)).status).toBe(201)
      expect((await keep('اداری', large, bag)).body).toMatchObject({ name: 'اداری', valid: true })
      const withoutLarge = structuredClone(design) as ConfiguratorChange
      withoutLarge.groups[0]?.options.splice(1, 1)
      withoutLarge.rules.splice(1, 1)
      const changed = { ...withoutLarge, version: 1 }
      expect((await seller.put(`/products/${laptop.id}/configurator`, changed)).status).toBe(403)
      expect((await api.put(`/products/${laptop.id}/configurator`, changed)).status).toBe(200)
      expect((await api.put(`/products/${laptop.id}/configurator`, changed)).body).toMatchObject({
        code: 'versionConflict',
      })
      const { items } = (await seller.get<{ items: NamedConfiguration[] }>(path)).body
      expect(items).toMatchObject([
        { name: 'اداری', valid: false, configuration: { options: [{ name: '۲۴' }, {}] } },
      ])
      expect((await stranger.get(path)).status).toBe(404)
      expect((await seller.delete(`${path}/${items[0]?.id}`)).status).toBe(204)
      expect((await seller.delete(`${path}/${items[0]?.id}`)).status).toBe(404)
      expect((await api.put(`/products/${laptop.id}/configurator`, { ...design, version: 2 })).status).toBe(
        200,
      )
    })

    test('that make no sense are refused at their place, and what they bring along is not deleted', async () => {
      const refused = async (change: (design: ConfiguratorChange) => void) => {
        const body = structuredClone({ ...design, version: 3 }) as ConfiguratorChange
        change(body)
        return (await api.put<{ errors: object[] }>(`/products/${laptop.id}/configurator`, body)).body.errors
      }
      expect(
        await refused(({ groups }) =>
          Object.assign(groups[0]?.options[1]?.effect ?? {}, { productId: laptop.id }),
        ),
      ).toMatchObject([{ path: 'groups.0.options.1.effect.productId', code: 'catalog.optionOfItself' }])
      expect(
        await refused(({ groups }) =>
          groups[1]?.options.forEach((one) => Object.assign(one, { isDefault: true })),
        ),
      ).toMatchObject([{ path: 'groups', code: 'catalog.defaultsContradict' }])
      expect(await refused(({ groups }) => Object.assign(groups[1] ?? {}, { min: 4 }))).toMatchObject([
        { path: 'groups.1.min', code: 'catalog.tooFewOptions' },
      ])
      expect(await refused(({ rules }) => Object.assign(rules[0] ?? {}, { others: [white] }))).toMatchObject([
        { path: 'rules.0.others', code: 'catalog.ruleOfItself' },
      ])
      expect((await api.delete(`/products/${module8.id}`)).body).toMatchObject({
        code: 'catalog.optionOfProduct',
      })
    })
  })
}
