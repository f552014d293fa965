import type { Caller } from '@peyvand/identity/testing'
import { describe, expect, test } from 'vitest'
import type { CompetitorResult, Deal } from '../../contract/index.ts'
import { deal, filtered, firm, made, move, titles, valuesOf } from './selling-firm.ts'

/** Products and competitors of a deal. */
export function testOffers(): void {
  describe('products and competitors of a deal', () => {
    test('are priced by the lists or by hand, and the amount is their sum until one is typed', async () => {
      const unitId = (await valuesOf('units'))['piece'] as string
      const product = (name: string) => made<{ id: string }>(firm.leader, '/products', { name, unitId })
      const [printer, cable] = [await product('چاپگر لیزری'), await product('کابل شبکه')]
      const list = (await firm.leader.get<{ items: { id: string }[] }>('/price-lists')).body.items[0]
      const prices = [{ productId: printer.id, unitId, minQuantity: '0', price: '1000005', floor: '900000' }]
      expect((await firm.leader.put(`/price-lists/${list?.id}/prices`, { prices })).status).toBe(200)
      const lines = [
        { productId: printer.id, quantity: '3', discountPercent: '10' },
        { productId: cable.id, quantity: '2.5', priceByHand: '101' },
      ]
      const refused = await firm.seller.post<{ errors: object[] }>('/deals/prices', {
        lines: [lines[0], { ...lines[1], priceByHand: null }],
      })
      expect(refused.body.errors).toMatchObject([{ path: 'lines.1.priceByHand', code: 'pipeline.noPrice' }])
      const one = await deal('فروش با کالا', { lines })
      // 1,000,005 less a tenth, to the half up, is 900,004; 101 × 2.5 is 252.5, to the half up 253.
      expect(one).toMatchObject({ amount: '2700265', amountOfLines: true })
      expect(one.lines.map(({ unitPrice, net, needsApproval }) => [unitPrice, net, needsApproval])).toEqual([
        ['900004', '2700012', false],
        ['101', '253', false],
      ])
      const patch = async (body: object) =>
        (await firm.seller.patch<Deal>(`/deals/${one.id}`, { version: (await again()).version, ...body }))
          .body
      const again = async () => (await firm.seller.get<Deal>(`/deals/${one.id}`)).body
      const lower = await patch({ lines: [{ productId: printer.id, quantity: '1', priceByHand: '899999' }] })
      expect(lower).toMatchObject({ amount: '899999', lines: [{ needsApproval: true }] })
      expect(await patch({ amount: '800000' })).toMatchObject({ amount: '800000', amountOfLines: false })
      const same = await patch({ lines: [{ productId: printer.id, quantity: '2' }] })
      expect(same).toMatchObject({ amount: '800000', lines: [{ net: '2000010' }] })
      expect(await patch({ amountOfLines: true })).toMatchObject({ amount: '2000010', amountOfLines: true })
      expect(
        await titles(firm.seller, filtered({ field: 'productName', op: 'contains', value: 'چاپگر' })),
      ).toEqual(['فروش با کالا'])
    })

    test('are counted as won against and lost to, with reasons, of what the caller sees in a period', async () => {
      const rival = (name: string) =>
        made<{ id: string }>(firm.seller, '/parties', { kind: 'organization', name, groups: [] })
      const [north, south] = [await rival('رقیب شمال'), await rival('رقیب جنوب')]
      const competitors = [{ partyId: north.id, price: '90', note: 'تحویل فوری' }, { partyId: south.id }]
      const [won, lost] = [
        await deal('برد از دو رقیب', { competitors, amount: '100' }),
        await deal('باخت به یکی', { competitors, amount: '40' }),
      ]
      expect(won.competitors).toMatchObject([
        { name: 'رقیب شمال', price: '90', note: 'تحویل فوری' },
        { name: 'رقیب جنوب', price: null },
      ])
      await move(won, 'فروش موفق')
      await move(lost, 'از دست رفته', { lostReasonId: firm.reasons['price'], lostToId: south.id })
      const results = async (by: Caller, value: string) => {
        const { body } = await by.get<{ items: CompetitorResult[] }>(
          `/deals/competitors?${filtered({ field: 'closedAt', op: 'inPeriod', value })}`,
        )
        return body.items.filter(({ competitor }) => [north.id, south.id].includes(competitor.id))
      }
      const [of1, of2] = (await results(firm.seller, 'thisYear')).toSorted(
        (a, b) => a.lost.count - b.lost.count,
      )
      expect(of1).toMatchObject({
        competitor: { name: 'رقیب شمال' },
        won: { count: 1, amount: '100' },
        lost: { count: 0 },
        gone: { count: 1, amount: '40' },
        reasons: [],
      })
      expect(of2).toMatchObject({
        won: { count: 1 },
        lost: { count: 1, amount: '40' },
        gone: { count: 0 },
        reasons: [{ reason: { id: firm.reasons['price'] }, count: 1 }],
      })
      expect(await results(firm.seller, 'lastYear')).toEqual([])
      expect(await results(firm.colleague, 'thisYear')).toEqual([])
      const version = (await firm.seller.get<Deal>(`/deals/${lost.id}`)).body.version
      const without = await firm.seller.patch<Deal>(`/deals/${lost.id}`, { version, competitors: [] })
      expect(without.body).toMatchObject({ competitors: [], lostTo: null, outcome: 'lost' })
    })
  })
}
