import {
  isShebaValid,
  verifyCardNumber,
  verifyIranianLegalId,
  verifyIranianNationalId,
} from '@persian-tools/persian-tools'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPersianDigits } from '../numbers/digits.ts'
import { formatCardNumber, maskCardNumber, parseCardNumber } from './card-number.ts'
import { parseEconomicCode } from './economic-code.ts'
import { parseLegalNationalId } from './legal-national-id.ts'
import { parseNationalId } from './national-id.ts'
import { formatPostalCode, parsePostalCode } from './postal-code.ts'
import { parseSayadId } from './sayad-id.ts'
import { formatSheba, parseSheba } from './sheba.ts'

const words = (list: string) => list.split(/\s+/)

/** Persian and Arabic digits, groups of four by spaces or dashes, and the marks that pasting leaves around. */
const disguises = [
  toPersianDigits,
  (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit))),
  (text: string) => ` ${text.replace(/(.{4})(?=.)/g, '$1 ')}\u00A0`,
  (text: string) => text.replace(/(.{4})(?=.)/g, '$1-'),
  (text: string) => `\u202A\u200F${toPersianDigits(text)}\u200F\u202C`,
]

const kinds = [
  {
    name: 'national id',
    parse: parseNationalId,
    valid: '0016369661 0071878734 1287152279 4438814731 2272398448 3868113355',
    invalid: '0016369662 0071878735 1287152270 4438814732 2272398449 1111111111 049937089',
    code: 'checkDigit',
  },
  {
    name: 'legal national id',
    parse: parseLegalNationalId,
    valid: '10100947240 10320883585 10861715062 14003362348 14011494025 14008160224',
    invalid: '10100947241 10320883586 10861715063 14003362349 14011494026 11111111111',
    code: 'checkDigit',
  },
  {
    name: 'card',
    parse: parseCardNumber,
    valid: '6037994284586607 6104335456249251 5894639606638628 6219867941568566 5022290902483825',
    invalid:
      '6037994284586608 6104335456249252 5894639606638629 6219867941568567 5022290902483826 0000000000000000',
    code: 'checkDigit',
  },
  {
    name: 'Sheba',
    parse: parseSheba,
    valid:
      'IR800170583025666469615264 IR330120363323159758834418 IR170540306301117773249308 ' +
      'IR020560392259273825756621 IR210180701443665344539964',
    invalid:
      'IR800170583025666469615265 IR330120363323159758834419 IR170540306301117773249309 ' +
      'IR020560392259273825756622 IR210180701443665344539965',
    code: 'checkDigit',
  },
  {
    name: 'economic code',
    parse: parseEconomicCode,
    valid: '411111111111 10100947240 00163696610001 14003362348 411234567890',
    invalid: '10100947241 00163696620001',
    code: 'checkDigit',
  },
] as const

describe.each(kinds)('$name', ({ parse, valid, invalid, code }) => {
  test.each(words(valid))('%s is accepted in every disguise', (typed) => {
    for (const disguise of [String, ...disguises])
      expect(parse(disguise(typed))).toEqual({ ok: true, value: typed })
  })

  test.each(words(invalid))('%s is refused by its check digit', (typed) => {
    for (const disguise of [String, ...disguises]) expect(parse(disguise(typed))).toEqual({ ok: false, code })
  })

  test('nothing, a short number and letters each have their own code', () => {
    expect(parse(' \u200F')).toEqual({ ok: false, code: 'empty' })
    expect(parse('123')).toEqual({ ok: false, code: 'length' })
    expect(parse(`${words(valid)[0]?.slice(0, -1)}a`)).toEqual({ ok: false, code: 'format' })
  })
})

test.each([
  ['123', 'length'],
  ['4111111111111', 'length'],
  ['41111111111a', 'format'],
])('economic code %s is refused as %s', (typed, code) =>
  expect(parseEconomicCode(typed)).toEqual({ ok: false, code }),
)

describe('check digits', () => {
  const nineDigits = fc.stringMatching(/^\d{9}$/)
  const tenDigits = fc.stringMatching(/^\d{10}$/)

  test('of the ten last digits at most one makes a national id', () => {
    fc.assert(
      fc.property(nineDigits, (body) => {
        const right = lastDigits.filter((digit) => parseNationalId(body + digit).ok)
        expect(right).toHaveLength(/^(\d)\1{8}$/.test(body) ? 0 : 1)
      }),
    )
  })

  test('of the ten last digits at most one makes a legal national id', () => {
    fc.assert(
      fc.property(tenDigits, (body) => {
        expect(
          lastDigits.filter((digit) => parseLegalNationalId(body + digit).ok).length,
        ).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('changing any one digit of a card or Sheba number invalidates it', () => {
    const samples = [
      ...words(kinds[2].valid).map((value) => ({ value, parse: parseCardNumber })),
      ...words(kinds[3].valid).map((value) => ({ value, parse: parseSheba })),
    ]
    for (const { value, parse } of samples) {
      for (let i = value.search(/\d/); i < value.length; i++) {
        for (const digit of lastDigits.filter((other) => other !== value[i])) {
          expect(parse(value.slice(0, i) + digit + value.slice(i + 1)).ok).toBe(false)
        }
      }
    }
  })

  test.each([
    [
      'national ids',
      /^[1-9]\d{9}$/,
      parseNationalId,
      (id: string) => verifyIranianNationalId(id, { checkPrefix: false }),
    ],
    ['legal national ids', /^[1-9]\d{10}$/, parseLegalNationalId, verifyIranianLegalId],
    // The other library takes cards as numbers, which are exact up to 9·10^15.
    ['cards', /^[1-8]\d{15}$/, parseCardNumber, (card: string) => verifyCardNumber(Number(card))],
    ['Sheba numbers', /^IR(0[2-9]|[1-8]\d|9[0-8])\d{22}$/, parseSheba, isShebaValid],
  ] as const)('another library judges %s the same where it is right', (_, digits, ours, theirs) => {
    fc.assert(
      fc.property(fc.stringMatching(digits), (text) => {
        expect(ours(text).ok).toBe(theirs(text) ?? false)
      }),
      { numRuns: 3000 },
    )
  })
})

const lastDigits = '0123456789'.split('')

test('a national id that lost its zeros is padded and says so', () => {
  expect(parseNationalId('16369661')).toEqual({ ok: true, value: '0016369661', warning: 'padded' })
  expect(parseNationalId('71878734')).toEqual({ ok: true, value: '0071878734', warning: 'padded' })
  expect(parseNationalId('1636966')).toEqual({ ok: false, code: 'length' })
})

describe('postal code', () => {
  test.each(words('1619735744 1514743111 9187158198 3319743657 7514763141'))('%s', (typed) => {
    for (const disguise of [String, ...disguises])
      expect(parsePostalCode(disguise(typed))).toEqual({ ok: true, value: typed })
  })

  test.each(words('1234567890 1111111111 1619535744'))('%s is accepted as unusual', (typed) =>
    expect(parsePostalCode(typed)).toEqual({ ok: true, value: typed, warning: 'unusual' }),
  )

  test.each([
    ['161973574', 'length'],
    ['0619735744', 'format'],
    ['16197-3574A', 'format'],
  ])('%s is refused as %s', (typed, code) => expect(parsePostalCode(typed)).toEqual({ ok: false, code }))
})

test('a cheque carries sixteen digits', () => {
  expect(parseSayadId('۱۲۳۴ ۵۶۷۸ ۹۰۱۲ ۳۴۵۶')).toEqual({ ok: true, value: '1234567890123456' })
  expect(parseSayadId('123')).toEqual({ ok: false, code: 'length' })
  expect(parseSayadId('0000000000000000')).toEqual({ ok: false, code: 'format' })
})

test('identifiers are written in groups', () => {
  expect(formatCardNumber('6037994284586607', 'fa')).toBe('۶۰۳۷ ۹۹۴۲ ۸۴۵۸ ۶۶۰۷')
  expect(maskCardNumber('6037994284586607')).toBe('6037-99**-****-6607')
  expect(formatSheba('IR800170583025666469615264')).toBe('IR80 0170 5830 2566 6469 6152 64')
  expect(parseSheba('80 0170 5830 2566 6469 6152 64')).toEqual({
    ok: true,
    value: 'IR800170583025666469615264',
  })
  expect(formatPostalCode('1619735744', 'fa')).toBe('۱۶۱۹۷-۳۵۷۴۴')
})
