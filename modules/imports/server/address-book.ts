import type { ColumnMapping, FileColumn, ImportSettings } from '@peyvand/imports/contract'
import type { Locale } from '@peyvand/platform/contract'

/** In address books a card is a person's: the organisation is named only, and phones and addresses are the person's. */
export const addressBookSettings: Partial<ImportSettings> = {
  main: 'person',
  contactsOf: 'main',
  defaultKind: 'person',
}

const placeLabels = { work: { fa: 'محل کار', en: 'Work' }, home: { fa: 'منزل', en: 'Home' } } as const

/** What phones and e-mails at work and at home are called; other words stay as they are. */
export const placeLabel = (label: string, locale: Locale): string =>
  label === 'work' || label === 'home' ? placeLabels[label][locale] : label

/** Whether the headers are those that Google Contacts, Outlook or Thunderbird write. */
export function isAddressBook(columns: readonly Pick<FileColumn, 'header'>[]): boolean {
  const headers = new Set(columns.map(({ header }) => header.trim().toLowerCase()))
  const has = (...wanted: string[]) => wanted.some((header) => headers.has(header))
  return (
    has('first name', 'given name') &&
    has('phone 1 - value', 'e-mail 1 - value', 'business phone', 'business street', 'primary email')
  )
}

type Rule = [header: RegExp, field: string, label?: 'work' | 'home']

/** Of the headers that match no rule (photo, types, assistants, phonetic names) none is imported. */
const rules: readonly Rule[] = [
  [/^(first|given) name$/, 'firstName'],
  [/^(last|family) name$/, 'lastName'],
  [/^(title|name prefix)$/, 'honorific'],
  [/^(company|organization|organization( 1 -)? name)$/, 'organizationName'],
  [/^(job title|organization( 1 -)? title)$/, 'jobTitle'],
  [/^mobile (phone|number)$/, 'mobile'],
  [/^(business|work) phone( 2)?$/, 'phone', 'work'],
  [/^home phone( 2)?$/, 'phone', 'home'],
  [/^(other|primary|company main|car) phone$/, 'phone'],
  [/^phone \d+ - value$/, 'phone'],
  [/^(business fax|fax number)$/, 'fax'],
  [/^e-mail( \d+)? address$/, 'email'],
  [/^(e-mail \d+ - value|(primary|secondary) email)$/, 'email'],
  [/^(web page( \d+)?|website \d+ - value)$/, 'website'],
  [/^((business|work) street|address 1 - street|work address)$/, 'address'],
  [/^((business|work) city|address 1 - city)$/, 'city'],
  [/^((business|work) state|address 1 - region)$/, 'province'],
  [/^(business postal code|address 1 - postal code|work zipcode)$/, 'postalCode'],
  [/^(home street|home address)$/, 'address'],
  [/^home city$/, 'city'],
  [/^home state$/, 'province'],
  [/^(home postal code|home zipcode)$/, 'postalCode'],
  [/^birthday$/, 'birthDate'],
  [/^(notes|comment)$/, 'notes'],
  [/^(categories|labels|group membership)$/, 'tags'],
]
const many = new Set(['mobile', 'phone', 'fax', 'email', 'website', 'tags'])

/** The fields of an address book's columns; the address at work goes before that at home. */
export function addressBookMapping(
  columns: readonly FileColumn[],
  { samples, locale }: { samples: ReadonlyMap<number, readonly string[]>; locale: Locale },
): ColumnMapping[] {
  const taken = new Set<string>()
  const given = new Map<number, Rule>()
  for (const rule of rules) {
    const [header, field] = rule
    for (const column of columns) {
      const values = samples.get(column.column) ?? []
      if (given.has(column.column) || !header.test(column.header.trim().toLowerCase())) continue
      if (values.length === 0 || (taken.has(field) && !many.has(field))) continue
      // Day and month of `4/12/1985` stand as the writer's computer has them.
      if (field === 'birthDate' && !values.every((value) => /^\d{4}[-/.]?\d{1,2}/.test(value))) continue
      given.set(column.column, rule)
      taken.add(field)
    }
  }
  return columns.map(({ column }) => {
    const [, field = null, label] = given.get(column) ?? []
    return {
      column,
      field,
      calendar: 'gregorian',
      unit: 'rial',
      ...(label ? { label: placeLabel(label, locale) } : {}),
    }
  })
}
