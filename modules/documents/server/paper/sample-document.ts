import type { MoneyUnit } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import type { DocumentKind, PartyBlock } from '../../contract/index.ts'
import type { PaperDocument, PaperLine } from './paper-document.ts'

interface Sample {
  language: Locale
  firm: PartyBlock
  moneyUnit: MoneyUnit
}

const texts = {
  fa: {
    party: 'شرکت نمونهٔ آلفا (سهامی خاص)',
    city: 'اصفهان',
    address: 'خیابان چهارباغ بالا، پلاک 14',
    contact: 'خانم رضایی',
    owner: 'علی محمدی',
    shippingMethod: 'باربری',
    vehicle: 'کامیونت',
    driver: 'رضا کریمی',
    note: 'این سند نمونه است.',
    charge: 'کرایهٔ حمل',
    unit: 'دستگاه',
    lines: ['لپ‌تاپ ThinkPad X1', 'چاپگر لیزری', 'نصب و راه‌اندازی'],
    option: 'رنگ: مشکی',
  },
  en: {
    party: 'Alpha Trading LLC',
    city: 'Dubai',
    address: '14 Sample Street',
    contact: 'Ms. Rezaei',
    owner: 'Ali Mohammadi',
    shippingMethod: 'Road freight',
    vehicle: 'Truck',
    driver: 'Reza Karimi',
    note: 'This is a sample.',
    charge: 'Freight',
    unit: 'pcs',
    lines: ['ThinkPad X1 laptop', 'Laser printer', 'Installation'],
    option: 'Colour: black',
  },
} as const

/** What a design is shown with in its editor. */
export function sampleDocument(kind: DocumentKind, { language, firm, moneyUnit }: Sample): PaperDocument {
  const words = texts[language]
  const lines = words.lines.map((name, index) => lineOf(name, index, words))
  const sum = (of: (line: PaperLine) => string) => lines.reduce((total, line) => total + BigInt(of(line)), 0n)
  const freight = 12_500_000n
  const total = String(sum((line) => line.total) + freight)
  return {
    kind,
    number: 'X-1405-00042',
    revision: 0,
    mark: null,
    title: null,
    issuedOn: '2026-11-22',
    validUntil: '2026-12-06',
    dueOn: '2026-12-21',
    promisedOn: '2026-12-01',
    currency: 'IRR',
    exchangeRate: null,
    settlement: 'credit',
    firm,
    party: {
      name: words.party,
      kind: 'organization',
      nationalId: '14003362348',
      economicCode: '14003362348',
      registrationNumber: '45821',
      province: language === 'fa' ? '10' : null,
      county: words.city,
      city: words.city,
      postalCode: '8174673441',
      address: words.address,
      phone: '+983136612345',
      fax: null,
    },
    contact: words.contact,
    owner: words.owner,
    shippingMethod: words.shippingMethod,
    shipTo: words.address,
    vehicle: words.vehicle,
    driver: words.driver,
    terms: null,
    note: words.note,
    lines,
    charges: [{ label: words.charge, amount: String(freight), vatAmount: '0' }],
    totals: {
      gross: String(sum((line) => line.gross)),
      discount: String(sum((line) => line.discount)),
      net: String(sum((line) => line.net)),
      charges: String(freight),
      vat: String(sum((line) => line.vatAmount)),
      rounding: '0',
      total,
      totalRial: total,
    },
    sources: [],
    moneyUnit,
    madeAt: '2026-11-22T09:00:00.000Z',
  }
}

function lineOf(name: string, index: number, words: (typeof texts)[Locale]): PaperLine {
  const quantity = BigInt(index + 1)
  const unitPrice = 360_000_000n / quantity
  const gross = unitPrice * quantity
  const discount = index === 0 ? gross / 20n : 0n
  const net = gross - discount
  const vat = net / 10n
  return {
    code: `A-10${index}`,
    taxCode: '2710000138624',
    name,
    more: index === 0 ? [words.option] : [],
    quantity: String(quantity),
    unit: words.unit,
    unitPrice: String(unitPrice),
    gross: String(gross),
    discount: String(discount),
    net: String(net),
    vatPercent: '10',
    vatAmount: String(vat),
    total: String(net + vat),
  }
}
