import { provinces } from '@peyvand/persian/iran-places'
import type { Format } from '@peyvand/ui'
import type { Party } from '../../contract/index.ts'

type Address = Pick<Party['addresses'][number], 'province' | 'city' | 'text'> &
  // Written in the log before addresses had one.
  Partial<Pick<Party['addresses'][number], 'county'>>

/** Province, county and city by their names in the reader's language; «تهران، تهران» says no more than «تهران». */
export function placeWords({ province, county, city }: Omit<Address, 'text'>, locale: 'fa' | 'en'): string {
  const known = provinces.find(({ code }) => code === province)
  const nameOf = (place: string | null | undefined) =>
    known?.cities.find(({ fa }) => fa === place)?.[locale] ?? place
  return [...new Set([known?.[locale], nameOf(county), nameOf(city)])].filter(Boolean).join(comma[locale])
}

/** An address in one line, without its label and postal code. */
export const addressWords = (address: Address, locale: 'fa' | 'en', format: Format): string =>
  [placeWords(address, locale), address.text && format.digits(address.text)]
    .filter(Boolean)
    .join(comma[locale])

const comma = { fa: '، ', en: ', ' }
