import { describe, expect, test } from 'vitest'
import { smsParts } from './sms-parts.ts'

describe('an SMS is counted as the network counts it', () => {
  test.each([
    ['', 'gsm7', 0, 0, 160],
    ['a', 'gsm7', 1, 1, 159],
    ['a'.repeat(160), 'gsm7', 160, 1, 0],
    ['a'.repeat(161), 'gsm7', 161, 2, 145],
    ['a'.repeat(306), 'gsm7', 306, 2, 0],
    ['a'.repeat(307), 'gsm7', 307, 3, 152],
    ['س', 'ucs2', 1, 1, 69],
    ['س'.repeat(70), 'ucs2', 70, 1, 0],
    ['س'.repeat(71), 'ucs2', 71, 2, 63],
    ['س'.repeat(134), 'ucs2', 134, 2, 0],
    ['س'.repeat(135), 'ucs2', 135, 3, 66],
  ] as const)('%#: %s', (text, encoding, length, parts, left) => {
    expect(smsParts(text)).toEqual({ encoding, length, parts, left })
  })

  test('letters of the extension table take two characters', () => {
    expect(smsParts('€[x]')).toMatchObject({ encoding: 'gsm7', length: 7 })
    expect(smsParts('€'.repeat(80))).toMatchObject({ length: 160, parts: 1 })
  })

  test('a letter of two characters is not cut between parts', () => {
    // 152 letters and one of two do not fill the 153 of a part, so it goes to the next.
    expect(smsParts(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toMatchObject({
      length: 305,
      parts: 2,
      left: 0,
    })
    expect(smsParts(`${'س'.repeat(66)}😀${'س'.repeat(65)}`)).toMatchObject({ length: 133, parts: 2, left: 0 })
    expect(smsParts(`${'س'.repeat(66)}😀${'س'.repeat(66)}`)).toMatchObject({ length: 134, parts: 3 })
  })

  test('one half-space makes a Latin text UCS-2', () => {
    expect(smsParts('abc\u200cd').encoding).toBe('ucs2')
  })
})
