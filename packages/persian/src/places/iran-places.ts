import { centreCities } from './cities-centre.ts'
import { northEastCities } from './cities-north-east.ts'
import { northWestCities } from './cities-north-west.ts'
import { southCities } from './cities-south.ts'
import { type Province, provinces as provincesAlone } from './provinces.ts'

/** A city; `fa` may carry another name in use after it in parentheses. */
export type City = { fa: string; en: string }

export type ProvinceWithCities = Province & { cities: readonly City[] }

const CITIES: Record<string, string> = {
  ...northWestCities,
  ...northEastCities,
  ...centreCities,
  ...southCities,
}

/** The 31 provinces with their county centres and larger towns, capital first. Suggestions, not a closed list. */
export const provinces: readonly ProvinceWithCities[] = provincesAlone.map((province) => ({
  ...province,
  cities: readCities(CITIES[province.code] ?? ''),
}))

function readCities(list: string): City[] {
  return list.split('،').map((entry) => {
    const [, fa = '', en = ''] = /^(\P{Script=Latin}+?)\s+(\p{Script=Latin}.*)$/u.exec(entry.trim()) ?? []
    return { fa, en }
  })
}
