import { provinces } from '@peyvand/persian/iran-places'
import type { Format } from '@peyvand/ui'
import type { Party } from '../../contract/index.ts'

type Address = Pick<Party['addresses'][number], 'province' | 'city' | 'text'>

/** Province and city by their names in the reader's language; «تهران، تهران» says no more than «تهران». */
export function placeWords({ province, city }: Omit<Address, 'text'>, locale: 'fa' | 'en'): string {
  const known = provinces.find(({ code }) => code === province)
  const cityName = known?.cities.find(({ fa }) => fa === city)?.[locale] ?? city
  return [...new Set([known?.[locale], cityName])].filter(Boolean).join(comma[locale])
}

/** An address in one line, without its label and postal code. */
export const addressWords = (address: Address, locale: 'fa' | 'en', format: Format): string =>
  [placeWords(address, locale), address.text && format.digits(address.text)]
    .filter(Boolean)
    .join(comma[locale])

const comma = { fa: '، ', en: ', ' }
