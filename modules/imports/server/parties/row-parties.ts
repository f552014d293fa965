import type { ImportSettings } from '@peyvand/imports/contract'
import { contactPointTypes, type PartyKind } from '@peyvand/parties/contract'
import type { CustomValues } from '@peyvand/platform/contract'
import type { AddressValue, ContactValue, PartyItem } from './party-item.ts'
import { splitName } from './split-name.ts'

/** The cells of a row by field, already read; what is empty is missing. */
export interface RowValues {
  texts: Record<string, string | boolean>
  contacts: ContactValue[]
  address: AddressValue | null
  labels: Record<string, string>
  tags: string[]
  groups: string[]
  /** The cell that names the state in a group, until the groups are known. */
  groupState?: { column: number; text: string }
  custom: CustomValues
}

const personFields = new Set([
  'honorific',
  'firstNameLatin',
  'lastNameLatin',
  'gender',
  'nationalId',
  'foreignId',
  'fatherName',
  'birthCertificateNo',
  'jobTitle',
])
const organizationFields = new Set(['nameLatin', 'brandName', 'legalNationalId', 'registrationNumber'])
/** Columns that name the parties; they do not go to the record as they are. */
const namingFields = new Set(['id', 'kind', 'name', 'organizationName', 'fullName', 'firstName', 'lastName'])
const companyContacts = new Set(['phone', 'fax', 'website'])

/** The parties that a row describes, the main one first; none when no name is given. */
export function rowParties(values: RowValues, settings: ImportSettings): PartyItem[] {
  const names = rowNames(values.texts, settings)
  const kinds: PartyKind[] = [
    ...(names.organization ? (['organization'] as const) : []),
    ...(names.person ? (['person'] as const) : []),
  ]
  const main = kinds.length === 2 ? (names.given ?? settings.main) : kinds[0]
  return kinds
    .toSorted((a, b) => Number(b === main) - Number(a === main))
    .map((kind) =>
      itemOf(values, {
        kind,
        isMain: kind === main,
        contacts:
          kinds.length === 1
            ? 'all'
            : settings.contactsOf !== 'main'
              ? 'ofKind'
              : kind === main
                ? 'all'
                : 'none',
        names,
      }),
    )
}

interface RowNames {
  organization: string | null
  person: { honorific: string | null; firstName: string | null; lastName: string | null } | null
  /** The kind that the row itself names. */
  given: PartyKind | null
}

const companyWord =
  /^(شرکت|گروه|صنایع|تولیدی|بازرگانی|مؤسسه|موسسه|فروشگاه|کارخانه|سازمان|بانک|بیمه|دانشگاه|هتل|رستوران|هلدینگ|تعاونی|اداره|وزارت|شهرداری|بیمارستان|داروخانه|دفتر|مجتمع|مرکز|انتشارات|چاپخانه)\s|\b(co|company|corp|inc|llc|ltd|gmbh|group|bank)\b\.?|\((سهامی|با مسئولیت)/i

function rowNames(texts: RowValues['texts'], settings: ImportSettings): RowNames {
  const text = (key: string): string | null => (typeof texts[key] === 'string' ? texts[key] : null)
  const given = text('kind') as PartyKind | null
  const [name, company, fullName] = [text('name'), text('organizationName'), text('fullName')]
  const [firstName, lastName] = [text('firstName'), text('lastName')]
  const named =
    firstName || lastName ? { honorific: null, firstName, lastName } : fullName ? splitName(fullName) : null
  if (!name) return { organization: company, person: named, given }
  const kind =
    given ?? kindOfName(name, { texts, hasCompany: company !== null, hasPerson: named !== null, settings })
  if (kind === 'person') return { organization: company, person: named ?? splitName(name), given }
  return { organization: name, person: named, given }
}

interface NameContext {
  texts: RowValues['texts']
  hasCompany: boolean
  hasPerson: boolean
  settings: ImportSettings
}

/** What a bare name names, where no column says it. */
function kindOfName(name: string, { texts, hasCompany, hasPerson, settings }: NameContext): PartyKind {
  if (hasCompany) return 'person'
  if (hasPerson || companyWord.test(name)) return 'organization'
  if ([...organizationFields].some((field) => texts[field])) return 'organization'
  if (['nationalId', 'gender', 'fatherName', 'birthCertificateNo'].some((field) => texts[field]))
    return 'person'
  return settings.defaultKind
}

interface ItemPlace {
  kind: PartyKind
  isMain: boolean
  /** Which of the row's phones and addresses are its. */
  contacts: 'all' | 'ofKind' | 'none'
  names: RowNames
}

function itemOf(values: RowValues, { kind, isMain, contacts, names }: ItemPlace): PartyItem {
  const isPerson = kind === 'person'
  const person = isPerson ? names.person : null
  const fields: PartyItem['fields'] = {}
  for (const [key, value] of Object.entries(values.texts)) {
    if (namingFields.has(key)) continue
    const belongs = personFields.has(key) ? isPerson : organizationFields.has(key) ? !isPerson : isMain
    if (belongs) fields[key] = value
  }
  if (person?.honorific && !fields['honorific']) fields['honorific'] = person.honorific
  const isOurs = (point: ContactValue) =>
    contacts === 'all' || (contacts === 'ofKind' && companyContacts.has(point.type) !== isPerson)
  const addressIsOurs = contacts === 'all' || (contacts === 'ofKind' && !isPerson)
  return {
    kind,
    name: isPerson
      ? [person?.firstName, person?.lastName].filter(Boolean).join(' ')
      : (names.organization ?? ''),
    firstName: person?.firstName ?? null,
    lastName: person?.lastName ?? null,
    fields,
    contactPoints: withPrimary(values.contacts.filter(isOurs)),
    address: addressIsOurs ? values.address : null,
    labels: isMain ? values.labels : {},
    tags: isMain ? values.tags : [],
    groups: isMain ? values.groups : [],
    groupStates: {},
    custom: isMain ? values.custom : {},
  }
}

/** Each number once; the first of a type is the one to use. */
function withPrimary(points: readonly ContactValue[]): ContactValue[] {
  const once = points.filter(
    (point, index) =>
      points.findIndex((other) => other.type === point.type && other.normalized === point.normalized) ===
      index,
  )
  return contactPointTypes.flatMap((type) =>
    once.filter((point) => point.type === type).map((point, index) => ({ ...point, primary: index === 0 })),
  )
}
