import { parsePostalCode, searchKey } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/iran-places'
import { type Card, type CardProperty, partsOf } from './read-cards.ts'

type AddressCells = Partial<Record<'address' | 'city' | 'province' | 'postalCode', string>>

/** The card's first or preferred address as cells; the others in words, as a party is imported with one. */
export function cardAddresses(card: Card): { first: Record<string, string>; others: string[] } {
  const all = card.filter(({ name, value }) => name === 'ADR' && /[^;\s]/.test(value)).toSorted(byPreference)
  const [first, ...others] = all
  return {
    first: first ? definedOf(addressCells(first)) : {},
    others: others.map(inWords),
  }
}

const rank = ({ params }: CardProperty): number => {
  const types = params.get('TYPE') ?? []
  if (types.includes('pref') || params.get('PREF')?.includes('1')) return 0
  return types.includes('work') ? 1 : 2
}
const byPreference = (a: CardProperty, b: CardProperty): number => rank(a) - rank(b)

/** Provinces and postal codes that are none of Iran's stay in the text of the address. */
function addressCells({ value }: CardProperty): AddressCells {
  const [box = '', extended = '', street = '', city = '', region = '', code = '', country = ''] = partsOf(
    value,
    ';',
  )
  const province = provinceNamed(region)
  const isIranian = parsePostalCode(code).ok
  const isAbroad = country !== '' && !/^(ایران|iran.*|ir)$/i.test(country)
  return {
    ...(province && !isAbroad ? { province } : {}),
    city,
    ...(isIranian ? { postalCode: code } : {}),
    address: joined([
      street,
      extended,
      box,
      ...(province && !isAbroad ? [] : [region]),
      ...(isIranian ? [] : [code]),
      ...(isAbroad ? [country] : []),
    ]),
  }
}

function provinceNamed(region: string): string | undefined {
  const name = searchKey(region.replace(/^\s*استان\s+/, ''))
  const found = name && provinces.find(({ fa, en }) => searchKey(fa) === name || searchKey(en) === name)
  return found ? found.fa : undefined
}

const inWords = ({ value }: CardProperty): string => joined(partsOf(value, ';').toReversed())

const joined = (parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/\s*\n\s*/g, '، ').trim())
    .filter(Boolean)
    .join('، ')

const definedOf = (cells: AddressCells): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text))
