import type { Party, PartyKind } from '../../contract/index.ts'

/** A row of the form's contact ways; `value` may be unfinished. */
export type ContactPointValue = {
  id?: string
  type: Party['contactPoints'][number]['type']
  value: string
  label: string | null
  primary: boolean
  verified: boolean
  optOut: boolean
}

export type AddressValue = {
  id?: string
  label: string | null
  province: string | null
  county: string | null
  city: string | null
  postalCode: string | null
  text: string | null
  primary: boolean
}

const lines = [
  'name',
  'number',
  'honorific',
  'firstName',
  'lastName',
  'firstNameLatin',
  'lastNameLatin',
  'nameLatin',
  'brandName',
  'nationalId',
  'legalNationalId',
  'economicCode',
  'registrationNumber',
  'foreignId',
  'fatherName',
  'birthCertificateNo',
  'jobTitle',
  'notes',
] as const
const plain = ['gender', 'birthDate', 'nextContactOn', 'photoFileId'] as const
const references = ['industry', 'leadSource', 'level', 'introducer', 'marketer', 'owner', 'team'] as const

type Line = (typeof lines)[number]
type Plain = (typeof plain)[number]
type Reference = (typeof references)[number]

/** What the form holds: the contract's field names, so that faults reported by the server find their field. */
export type PartyFormValues = Record<Line, string | null> &
  Pick<Party, Plain> &
  Record<`${Reference}Id`, string | null> & {
    kind: PartyKind
    doNotContact: boolean
    groups: string[]
    contactPoints: ContactPointValue[]
    addresses: AddressValue[]
    tagIds: string[]
    custom: Record<string, unknown>
    /** Kept as a relation, not as a field of the party. */
    worksForId: string | null
  }

export const newContactPoint = (type: ContactPointValue['type']): ContactPointValue => ({
  type,
  value: '',
  label: null,
  primary: false,
  verified: false,
  optOut: false,
})

export const newAddress = (): AddressValue => ({
  label: null,
  province: null,
  county: null,
  city: null,
  postalCode: null,
  text: null,
  primary: false,
})

/** An empty form; `preset` carries what the place it was opened from knows (group, employer). */
export function emptyValues(kind: PartyKind, preset: Partial<PartyFormValues> = {}): PartyFormValues {
  return {
    ...blank,
    kind,
    contactPoints: [newContactPoint(kind === 'person' ? 'mobile' : 'phone')],
    ...preset,
  }
}

const blank = {
  ...(Object.fromEntries(lines.map((field) => [field, null])) as Record<Line, null>),
  ...(Object.fromEntries(plain.map((field) => [field, null])) as Record<Plain, null>),
  ...(Object.fromEntries(references.map((field) => [`${field}Id`, null])) as Record<`${Reference}Id`, null>),
  doNotContact: false,
  groups: [],
  contactPoints: [],
  addresses: [],
  tagIds: [],
  custom: {},
  worksForId: null,
}

/** The stored record as the form shows it. */
export function valuesOf(party: Party): PartyFormValues {
  return {
    ...(Object.fromEntries(lines.map((field) => [field, party[field]])) as Pick<Party, Line>),
    ...(Object.fromEntries(plain.map((field) => [field, party[field]])) as Pick<Party, Plain>),
    ...(Object.fromEntries(references.map((field) => [`${field}Id`, party[field]?.id ?? null])) as Record<
      `${Reference}Id`,
      string | null
    >),
    kind: party.kind,
    doNotContact: party.doNotContact,
    groups: party.groups.filter(({ until }) => until === null).map(({ key }) => key),
    contactPoints: party.contactPoints.map(({ extension, ...point }) => ({
      ...point,
      value: extension ? `${point.value} ext ${extension}` : point.value,
    })),
    addresses: party.addresses,
    tagIds: party.tags.map(({ id }) => id),
    custom: party.custom,
    worksForId: party.worksFor?.id ?? null,
  }
}

const onlyFor: Record<PartyKind, readonly Line[]> = {
  person: [
    'honorific',
    'firstName',
    'lastName',
    'firstNameLatin',
    'lastNameLatin',
    'nationalId',
    'fatherName',
    'birthCertificateNo',
    'jobTitle',
  ],
  organization: ['name', 'nameLatin', 'brandName', 'legalNationalId', 'registrationNumber'],
}

/** What is sent to create the party: only fields that were filled, of its kind, and started rows. */
export function createBody(values: PartyFormValues) {
  const { worksForId: _relation, kind, groups, ...rest } = written(values)
  const foreign = onlyFor[kind === 'person' ? 'organization' : 'person'] as readonly string[]
  const filled = Object.entries(rest).filter(([field, value]) => !isEmpty(value) && !foreign.includes(field))
  return { kind, groups, ...(Object.fromEntries(filled) as Partial<typeof rest>) }
}

/** What is sent to change it: the fields that differ from those it was opened with. */
export function changeBody(values: PartyFormValues, before: PartyFormValues) {
  const [now, then] = [written(values), written(before)]
  const { worksForId: _relation, kind: _kind, groups: _groups, ...fields } = now
  const changed = Object.entries(fields).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(then[field as keyof typeof then]),
  )
  return Object.fromEntries(changed) as Partial<typeof fields>
}

/** Rows that were added but never filled are not part of the record. */
const written = (values: PartyFormValues): PartyFormValues => ({
  ...values,
  contactPoints: values.contactPoints.filter(({ value }) => value.trim() !== ''),
  addresses: values.addresses.filter(({ province, county, city, postalCode, text }) =>
    [province, county, city, postalCode, text].some((part) => part !== null && part.trim() !== ''),
  ),
})

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0)
