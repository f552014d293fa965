import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { provinces } from '../places/provinces.ts'
import { parseMobile } from './mobile.ts'
import { formatPhone, maskPhone, parseLandline, parsePhone, provinceOfPhone } from './phone.ts'

describe('mobile', () => {
  test.each([
    ['09123456789', '+989123456789'],
    ['+989351234567', '+989351234567'],
    ['00989981234567', '+989981234567'],
    ['۰۹۱۹۱۲۳۴۵۶۷', '+989191234567'],
    ['٠٩١٩١٢٣٤٥٦٧', '+989191234567'],
    ['9901234567', '+989901234567'],
    ['989123456789', '+989123456789'],
    ['+98 (0)912 345 67 89', '+989123456789'],
    ['\u202A0912-345-6789\u202C', '+989123456789'],
    ['\u200F۰۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789'],
    ['09341234567', '+989341234567'],
  ])('%j is %s', (typed, value) => {
    expect(parseMobile(typed)).toEqual({ ok: true, value })
    expect(parsePhone(typed)).toEqual({ ok: true, value: { e164: value, kind: 'mobile' } })
  })

  test.each([
    ['', 'empty'],
    ['0912345678', 'length'],
    ['091234567890', 'length'],
    ['08123456789', 'notMobile'],
    ['+99912345678', 'notMobile'],
    ['0912-ABC-6789', 'format'],
  ])('%j is refused as %s', (typed, code) => expect(parseMobile(typed)).toEqual({ ok: false, code }))
})

describe('landline', () => {
  test.each([
    ['02188776655', '+982188776655'],
    ['03136612345', '+983136612345'],
    ['+982122334455', '+982122334455'],
    ['051-38412345', '+985138412345'],
    ['۰۷۱۳۲۳۴۵۶۷۸', '+987132345678'],
    ['(021) 8877 6655', '+982188776655'],
    ['\u200F۰۲۱/۸۸۷۷۶۶۵۵', '+982188776655'],
    ['2188776655', '+982188776655'],
  ])('%j is %s', (typed, e164) =>
    expect(parseLandline(typed)).toEqual({ ok: true, value: { e164, kind: 'landline' } }),
  )

  test.each([
    ['0218877665', 'length'],
    ['02288776655', 'areaCode'],
    ['2188776655x', 'format'],
    ['0011122233', 'length'],
    ['021887766551', 'length'],
    ['88776655', 'areaCodeMissing'],
    ['02108776655', 'format'],
    ['09123456789', 'notLandline'],
  ])('%j is refused as %s', (typed, code) => expect(parseLandline(typed)).toEqual({ ok: false, code }))

  test('eight digits take the area code of the place', () => {
    const expected = { ok: true, value: { e164: '+985138412345', kind: 'landline' } }
    expect(parsePhone('38412345', { defaultAreaCode: '051' })).toEqual(expected)
    expect(parsePhone('3841 2345', { defaultAreaCode: '51' })).toEqual(expected)
  })

  test('the area code names the province', () => {
    expect(provinceOfPhone('+982188776655')?.fa).toBe('تهران')
    expect(provinceOfPhone('+989123456789')).toBeUndefined()
    for (const { areaCode, code } of provinces) {
      const phone = parsePhone(`${areaCode}33445566`)
      expect(phone.ok && provinceOfPhone(phone.value.e164)?.code).toBe(code)
    }
  })
})

describe('other numbers', () => {
  test.each([
    '021-88776655 داخلی ۱۲',
    '021-88776655 داخلي: 12',
    '02188776655 ext. 12',
    '02188776655x12',
    '02188776655#12',
  ])('%j has extension 12', (typed) =>
    expect(parsePhone(typed)).toEqual({
      ok: true,
      value: { e164: '+982188776655', kind: 'landline', extension: '12' },
    }),
  )

  test.each([
    ['1500', { e164: '1500', kind: 'special' }],
    ['۱۱۸', { e164: '118', kind: 'special' }],
    ['+1 415 555 2671', { e164: '+14155552671', kind: 'foreign' }],
    ['00971 50 123 4567', { e164: '+971501234567', kind: 'foreign' }],
  ])('%j', (typed, value) => expect(parsePhone(typed)).toEqual({ ok: true, value }))

  test.each([
    ['12', 'length'],
    ['1234567', 'length'],
    ['+99912345678', 'format'],
    ['+1 415 555', 'length'],
    ['02188776655-60', 'length'],
    ['021 88776655، 88776656', 'format'],
    ['علی', 'format'],
  ])('%j is refused as %s', (typed, code) => expect(parsePhone(typed)).toEqual({ ok: false, code }))
})

test('numbers are written for their readers and masked for others', () => {
  expect(formatPhone('+989123456789', 'fa')).toBe('۰۹۱۲ ۳۴۵ ۶۷۸۹')
  expect(formatPhone('+982188776655', 'fa')).toBe('۰۲۱ ۸۸۷۷ ۶۶۵۵')
  expect(formatPhone('+989123456789', 'en')).toBe('+98 912 345 6789')
  expect(formatPhone('1500', 'fa')).toBe('۱۵۰۰')
  expect(maskPhone('+989123456789', 'fa')).toBe('۰۹۱۲ *** **۸۹')
  expect(maskPhone('+989123456789', 'en')).toBe('+98 912 *** **89')
  expect(maskPhone('1500', 'en')).toBe('**00')
})

test('every number shown reads back as itself', () => {
  const mobile = fc.stringMatching(/^9\d{9}$/)
  const landline = fc
    .tuple(fc.constantFrom(...provinces), fc.stringMatching(/^[2-9]\d{7}$/))
    .map(([province, local]) => province.areaCode.slice(1) + local)
  fc.assert(
    fc.property(
      fc.oneof(mobile, landline),
      fc.constantFrom('fa' as const, 'en' as const),
      (national, locale) => {
        const e164 = `+98${national}`
        const phone = parsePhone(formatPhone(e164, locale))
        expect(phone.ok && phone.value.e164).toBe(e164)
      },
    ),
  )
})

test('parsing never throws, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof parsePhone(text).ok).toBe('boolean')
    }),
  )
})
