import { matchName, searchKey } from '@peyvand/persian'
import type { Selectable } from 'kysely'
import { type NormalContact, type PartyKind, plainPartyFields } from '../contract/index.ts'
import type { PartiesTable } from './tables.ts'

export type PartyTableRow = Selectable<PartiesTable>

export type WritableColumn = (typeof plainPartyFields)[number]
export type WritableValues = Pick<PartyTableRow, WritableColumn>

/** Values of the columns that an input names. */
export function givenColumns(
  input: { [K in WritableColumn]?: WritableValues[K] | undefined },
): Partial<WritableValues> {
  const given: Partial<Record<WritableColumn, unknown>> = {}
  for (const key of plainPartyFields) if (input[key] !== undefined) given[key] = input[key]
  return given as Partial<WritableValues>
}

interface Names {
  kind: PartyKind
  name?: string | null | undefined
  firstName: string | null
  lastName: string | null
}

/**
 * Names as stored. An organisation is called by its `name`; a person by first and last name, and a `name` that
 * stands in for both is taken as the last name.
 */
export function storedNames({
  kind,
  name,
  firstName,
  lastName,
}: Names): Pick<PartyTableRow, 'displayName' | 'firstName' | 'lastName'> {
  if (kind === 'organization') return { displayName: name ?? '', firstName: null, lastName: null }
  const last = lastName ?? (firstName ? null : (name ?? null))
  return { displayName: [firstName, last].filter(Boolean).join(' '), firstName, lastName: last }
}

type SearchFields = Pick<PartyTableRow, 'displayName'> & {
  [K in SearchedColumn]?: PartyTableRow[K] | undefined
}
type SearchedColumn =
  | 'firstNameLatin'
  | 'lastNameLatin'
  | 'nameLatin'
  | 'brandName'
  | 'number'
  | 'nationalId'
  | 'legalNationalId'
  | 'economicCode'
  | 'registrationNumber'
  | 'foreignId'

/** What the search looks in: names first, so that their beginnings are found by one letter, then numbers and own words. */
export function searchText(
  row: SearchFields,
  contacts: readonly Pick<NormalContact, 'normalized'>[],
  own: readonly string[],
): string {
  const latin = [row.firstNameLatin, row.lastNameLatin].filter(Boolean).join(' ')
  const names = [row.displayName, row.brandName, row.nameLatin, latin]
  const numbers = [
    row.number,
    row.nationalId,
    row.legalNationalId,
    row.economicCode,
    row.registrationNumber,
    row.foreignId,
  ]
  const digitsOfNumber = row.number?.replace(/\D/g, '')
  return [
    ...names.flatMap((name) => (name ? [searchKey(name)] : [])),
    ...numbers.flatMap((number) => (number ? [searchKey(number)] : [])),
    ...(digitsOfNumber && digitsOfNumber !== row.number ? [digitsOfNumber] : []),
    ...new Set(contacts.map(({ normalized }) => dialled(normalized))),
    ...own.map((word) => searchKey(dialled(word))),
  ].join(' ')
}

/** A phone as dialled in Iran (`0912…`), other addresses as they are. */
const dialled = (normalized: string): string => normalized.replace(/^\+98/, '0').replace(/^\+/, '')

/** The columns that follow from names, numbers, contact points and words of own fields. */
export function derivedColumns(
  row: SearchFields,
  contacts: readonly Pick<NormalContact, 'normalized'>[],
  own: readonly string[],
): Pick<PartyTableRow, 'search' | 'matchName'> {
  return { search: searchText(row, contacts, own), matchName: matchName(row.displayName) }
}
