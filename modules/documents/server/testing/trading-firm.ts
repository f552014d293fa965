import type { PriceList, Product } from '@peyvand/catalog/contract'
import { aFirm, aTeam, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import type { testApp } from '@peyvand/platform/testing'
import { beforeAll } from 'vitest'
import type { Document, DocumentKind } from '../../contract/index.ts'

export type Fault = { code: string; errors?: { path: string; code: string }[] }

interface TradingFirm {
  founder: Actor
  /** The team of those who sell, and the one above it. */
  team: string
  branch: string
  /** Sets the firm up. */
  admin: Caller
  /** May do everything with everybody's documents. */
  leader: Caller
  seller: Caller
  /** Of the seller's team. */
  colleague: Caller
  /** Of another firm. */
  stranger: Caller
  party: { id: string }
  supplier: { id: string }
  /** 10,000,000 Rial, not below 9,000,000. */
  printer: Product
  /** 1,234,567 Rial, or 19.99 dollars. */
  toner: Product
}

/** A firm that sells and buys, made before the tests of a file, and what they do with its documents. */
export function tradingFirm(tested: ReturnType<typeof testApp>) {
  const firm = {} as TradingFirm
  beforeAll(async () => {
    Object.assign(firm, await begin(tested))
  })
  const draft = (kind: DocumentKind, lines: object[], rest: object = {}, by = firm.seller) =>
    made<Document>(by, '/documents', { kind, partyId: firm.party.id, lines, ...rest })
  const act = (one: Document, name: string, rest: object = {}, by = firm.seller) =>
    by.post<Document & Fault>(`/documents/${one.id}/${name}`, { version: one.version, ...rest })
  const issue = async (one: Document, by = firm.leader) => {
    const answer = await act(one, 'issue', {}, by)
    if (answer.status !== 200) throw new Error(`not issued: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  return {
    firm,
    draft,
    act,
    issue,
    issued: async (kind: DocumentKind, lines: object[], rest: object = {}, by = firm.leader) =>
      issue(await draft(kind, lines, rest, by), by),
    convert: (one: Document, kind: DocumentKind, rest: object = {}, by = firm.leader) =>
      by.post<Document & Fault>(`/documents/${one.id}/convert`, { kind, ...rest }),
    again: async (one: Document, by = firm.leader) => (await by.get<Document>(`/documents/${one.id}`)).body,
  }
}

export async function made<T>(by: Caller, path: string, body: object): Promise<T> {
  const answer = await by.post<T>(path, body)
  if (answer.status !== 201) throw new Error(`not made: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export const of = (product: Product, quantity: string, rest: object = {}) => ({
  productId: product.id,
  quantity,
  ...rest,
})

export const byHand = (name: string, unitPrice: string, quantity = '1') => ({
  name,
  quantity,
  priceBy: 'hand',
  unitPrice,
})

async function begin(tested: ReturnType<typeof testApp>): Promise<TradingFirm> {
  const founder = await aFirm(tested.app)
  const branch = await aTeam(tested.app, founder.firm)
  const team = await aTeam(tested.app, founder.firm, { parentId: branch })
  const leader = await callerOf(tested, await aUser(tested.app, founder.firm, { role: 'manager' }))
  const seller = await callerOf(tested, await aUser(tested.app, founder.firm, { teamIds: [team] }))
  const unitId = await unitCalled(leader, 'piece')
  const printer = await made<Product>(leader, '/products', { name: 'چاپگر سپهر', unitId })
  const toner = await made<Product>(leader, '/products', { name: 'تونر سپهر', unitId })
  const [base] = (await leader.get<{ items: PriceList[] }>('/price-lists')).body.items
  const dollars = await made<PriceList>(leader, '/price-lists', { name: 'صادراتی', currency: 'USD' })
  const set = (list: PriceList | undefined, prices: object[]) =>
    leader.put(`/price-lists/${list?.id}/prices`, { prices })
  await set(base, [
    { productId: printer.id, price: '10000000', floor: '9000000' },
    { productId: toner.id, price: '1234567' },
  ])
  await set(dollars, [{ productId: toner.id, price: '1999' }])
  return {
    founder,
    team,
    branch,
    admin: await callerOf(tested, founder),
    leader,
    seller,
    colleague: await callerOf(tested, await aUser(tested.app, founder.firm, { teamIds: [team] })),
    stranger: await callerOf(tested, await aFirm(tested.app)),
    party: await made(seller, '/parties', {
      kind: 'organization',
      name: 'شرکت آذر',
      groups: ['customers'],
    }),
    supplier: await made(leader, '/parties', {
      kind: 'organization',
      name: 'بازرگانی سپهر',
      groups: [],
    }),
    printer,
    toner,
  }
}

async function unitCalled(by: Caller, unit: string): Promise<string | undefined> {
  const { body } = await by.get<{ items: { key: string; values: { id: string; key: string }[] }[] }>(
    '/value-lists',
  )
  return body.items.find(({ key }) => key === 'units')?.values.find(({ key }) => key === unit)?.id
}
