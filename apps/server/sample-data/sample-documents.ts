import { CreateDocument, type Document, type DocumentKind } from '@peyvand/documents/contract'
import {
  acceptDocument,
  convertDocument,
  createDocument,
  finishDocument,
  issueDocument,
  rejectDocument,
} from '@peyvand/documents/server'
import { addDays, instantAt, localDate } from '@peyvand/persian'
import { type Actor, type App, type Ctx } from '@peyvand/platform/server'
import { actAs } from './act-as.ts'
import type { Random } from './random.ts'
import { replan } from './replan.ts'
import type { MadeDeal } from './sample-deals.ts'

interface Buyer {
  actor: Actor
  random: Random
  mine: readonly { id: string; isOrganization: boolean; isCustomer: boolean }[]
}

interface FillDocuments {
  deals: readonly MadeDeal[]
  /** Who buys. */
  buyer: Buyer
  /** Ids of products by their names. */
  products: ReadonlyMap<string, string>
}

/** Every third deal has come to papers. */
const dealsToSale = 3
const purchases = 5
const firstFew = 5

/** What is sold together, and how much of it. */
const wants = [
  [
    ['چاپگر لیزری تک‌کاره', '4'],
    ['تونر مشکی L200', '12'],
  ],
  [
    ['سوییچ ۲۴ پورت گیگابیت', '2'],
    ['کابل شبکهٔ Cat6', '305'],
    ['نصب و راه‌اندازی شبکه', '16'],
  ],
  [
    ['سرور رک‌مونت دو پردازنده', '1'],
    ['پروانهٔ نرم‌افزار پشتیبان‌گیری', '1'],
    ['آموزش کاربران', '8'],
  ],
  [
    ['کاغذ A4 هشتاد گرمی', '40'],
    ['رول لیبل حرارتی', '25'],
  ],
  [['بستهٔ دفتر کوچک', '3']],
] as const

const bought = [
  ['تونر مشکی L200', '60', '7600000'],
  ['چاپگر لیزری تک‌کاره', '10', '141000000'],
  ['کاغذ A4 هشتاد گرمی', '200', '2700000'],
] as const

type At = <T>(day: string, run: (ctx: Ctx) => Promise<T>) => Promise<T>

interface Plan {
  on: string
  run: () => Promise<number>
}

/**
 * A year of sales: quotes to those with whom there are deals, orders, invoices on cash and credit, deliveries and a few
 * returns; what was bought for it. In the order of their days, so that numbers follow each other. Answers how many
 * documents there are.
 */
export async function fillDocuments(app: App, { deals, buyer, products }: FillDocuments): Promise<number> {
  const plans: Plan[] = deals
    .filter((_, index) => index % dealsToSale === 0)
    .map((deal) => ({ on: deal.openedOn, run: () => sale(app, { deal, products }) }))
  const today = localDate(app.now(), buyer.actor.firm.timeZone)
  const suppliers = buyer.mine.filter(({ isOrganization, isCustomer }) => isOrganization && !isCustomer)
  for (let turn = 0; turn < purchases && suppliers.length > 0; turn += 1) {
    const on = addDays(today, turn * 62 - 330)
    plans.push({
      on,
      run: () => purchase(app, { buyer, partyId: buyer.random.pick(suppliers).id, on, products }),
    })
  }
  let count = 0
  for (const [index, { run }] of plans.toSorted((a, b) => a.on.localeCompare(b.on)).entries()) {
    if (index === firstFew) await replan(app)
    count += await run()
  }
  return count
}

interface Sale {
  deal: MadeDeal
  products: ReadonlyMap<string, string>
}

async function sale(app: App, { deal, products }: Sale): Promise<number> {
  const { random, actor } = deal.maker
  const at = clockOf(app, actor)
  const today = localDate(app.now(), actor.firm.timeZone)
  const quotedOn = earlier(addDays(deal.openedOn, random.between(1, 5)), today)
  const quote = await issue(at, quotedOn, (ctx) =>
    createDocument(
      ctx,
      CreateDocument.parse({
        kind: 'quote',
        partyId: deal.partyId,
        dealId: deal.id,
        settlement: random.chance(0.4) ? 'credit' : 'cash',
        terms: 'تحویل ظرف ده روز کاری پس از تأیید؛ گارانتی طبق برگهٔ هر کالا.',
        ...(random.chance(0.3) && { charges: [{ label: 'کرایهٔ حمل', amount: '12000000' }] }),
        lines: random.pick(wants).map(([name, quantity]) => ({ productId: products.get(name), quantity })),
      }),
    ),
  )
  if (deal.outcome === 'lost') {
    await at(earlier(deal.movedOn, today), (ctx) =>
      rejectDocument(ctx, quote.id, { version: quote.version, note: 'خرید از جای دیگر' }),
    )
    return 1
  }
  if (deal.outcome !== 'won') return 1
  const soldOn = earlier(deal.movedOn, today)
  const accepted = await at(soldOn, (ctx) =>
    acceptDocument(ctx, quote.id, { version: quote.version, note: null }),
  )
  const order = await next(at, accepted, { kind: 'order', on: soldOn })
  const invoicedOn = earlier(addDays(soldOn, random.between(2, 12)), today)
  const first = random.chance(0.7) ? await next(at, order, { kind: 'proforma', on: soldOn }) : order
  const invoice = await next(at, first, { kind: 'invoice', on: invoicedOn })
  const waybill = await next(at, invoice, { kind: 'waybill', on: invoicedOn })
  await at(invoicedOn, (ctx) => finishDocument(ctx, waybill.id, { version: waybill.version }))
  if (!random.chance(0.15)) return first === order ? 4 : 5
  const line = invoice.lines[0]
  const backOn = earlier(addDays(invoicedOn, random.between(3, 20)), today)
  await issue(at, backOn, (ctx) =>
    convertDocument(ctx, invoice.id, {
      kind: 'creditNote',
      ...(line && { lines: [{ lineId: line.id, quantity: '1' }] }),
    }),
  )
  return first === order ? 5 : 6
}

interface Purchase {
  buyer: Buyer
  partyId: string
  on: string
  products: ReadonlyMap<string, string>
}

async function purchase(app: App, { buyer, partyId, on, products }: Purchase): Promise<number> {
  const at = clockOf(app, buyer.actor)
  const today = localDate(app.now(), buyer.actor.firm.timeZone)
  const inquiry = await issue(at, on, (ctx) =>
    createDocument(
      ctx,
      CreateDocument.parse({
        kind: 'purchaseInquiry',
        partyId,
        lines: bought.map(([name, quantity]) => ({ productId: products.get(name), quantity })),
      }),
    ),
  )
  // The supplier names prices; they are what the next purchase begins with.
  const order = await issue(at, earlier(addDays(on, 4), today), (ctx) =>
    createDocument(
      ctx,
      CreateDocument.parse({
        kind: 'purchaseOrder',
        partyId,
        settlement: 'credit',
        lines: inquiry.lines.map((line, index) => ({
          productId: line.product?.id,
          quantity: line.quantity,
          priceBy: 'hand',
          unitPrice: bought[index]?.[2],
          fromLineId: line.id,
        })),
      }),
    ),
  )
  const receivedOn = earlier(addDays(on, 15), today)
  await next(at, order, { kind: 'goodsReceipt', on: receivedOn })
  await next(at, order, { kind: 'purchaseInvoice', on: receivedOn })
  return 4
}

const next = (at: At, from: Document, { kind, on }: { kind: DocumentKind; on: string }): Promise<Document> =>
  issue(at, on, (ctx) => convertDocument(ctx, from.id, { kind }))

const issue = (at: At, day: string, make: (ctx: Ctx) => Promise<Document>): Promise<Document> =>
  at(day, async (ctx) => {
    const { id, version } = await make(ctx)
    return issueDocument(ctx, id, { version })
  })

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** Does something as a colleague, as if it were that day. */
const clockOf =
  (app: App, actor: Actor): At =>
  (day, run) => {
    const moment = new Date(instantAt(day, '10:30', actor.firm.timeZone))
    return actAs(app, { actor, at: moment, run })
  }
