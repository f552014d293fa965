import { expect, test } from 'vitest'
import { cleanText } from '../text/clean.ts'
import { searchKey } from '../text/search-key.ts'
import { provinces } from './iran-places.ts'

test('Iran has 31 provinces, each with its own code, name and area code', () => {
  expect(provinces).toHaveLength(31)
  for (const field of ['code', 'fa', 'en', 'areaCode'] as const) {
    expect(new Set(provinces.map((province) => province[field])).size).toBe(31)
  }
})

test('every province lists cities in both languages, none twice, in storage form', () => {
  for (const { cities } of provinces) {
    expect(cities.length).toBeGreaterThanOrEqual(5)
    expect(new Set(cities.map((city) => searchKey(city.fa))).size).toBe(cities.length)
    for (const city of cities) {
      expect(city.fa).toBe(cleanText(city.fa))
      expect(city.en).toMatch(/^[A-Z][A-Za-z' -]+$/)
    }
  }
  expect(provinces.flatMap((province) => province.cities).length).toBeGreaterThan(400)
})

test('the capital comes first', () => {
  expect(['23', '10', '09', '07', '02', '28'].map(capitalOf)).toEqual([
    'تهران',
    'اصفهان',
    'مشهد',
    'شیراز',
    'ساری',
    'بجنورد',
  ])
})

const capitalOf = (code: string) => provinces.find((province) => province.code === code)?.cities[0]?.fa
