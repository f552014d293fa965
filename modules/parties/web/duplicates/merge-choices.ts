import { type MergeChoice, type MergeField, mergeFields, type Party } from '../../contract/index.ts'

export type Side = 'first' | 'second'
export type Pair = Readonly<Record<Side, Party>>
/** Whose value stays, by field as the merge route names it; `both` for notes. */
export type Choices = Readonly<Record<string, Side | 'both'>>

export const otherSide = (side: Side): Side => (side === 'first' ? 'second' : 'first')

const refs = {
  industryId: 'industry',
  leadSourceId: 'leadSource',
  levelId: 'level',
  introducerId: 'introducer',
  marketerId: 'marketer',
  ownerId: 'owner',
  teamId: 'team',
} as const

const identifiers: readonly string[] = [
  'nationalId',
  'legalNationalId',
  'economicCode',
  'registrationNumber',
  'foreignId',
  'fatherName',
  'birthCertificateNo',
]

/** A field's value as it is shown and compared; null where there is none. */
export function fieldValue(party: Party, field: string): unknown {
  if (field.startsWith('custom.')) return party.custom[field.slice('custom.'.length)] ?? null
  if (field.startsWith('groups.')) return membership(party, field)?.state ?? null
  if (field in refs) return party[refs[field as keyof typeof refs]]?.name ?? null
  if (field === 'doNotContact') return party.doNotContact || null
  return party[field as Exclude<MergeField, keyof typeof refs>] ?? null
}

const membership = (party: Party, field: string) =>
  party.groups.find(({ key }) => key === field.slice('groups.'.length))

/** Fields in which the records differ, those first that both have; what the reader's role may not choose is left out. */
export function differingFields({ first, second }: Pair): string[] {
  const shared = first.groups.filter(({ key }) => second.groups.some((other) => other.key === key))
  const fields = [
    ...mergeFields.filter((field) => isOffered(first, field)),
    ...shared.map(({ key }) => `groups.${key}`),
    ...[...new Set([...Object.keys(first.custom), ...Object.keys(second.custom)])].map(
      (key) => `custom.${key}`,
    ),
  ].filter((field) => !isSame(fieldValue(first, field), fieldValue(second, field)))
  const hasBoth = (field: string) => fieldValue(first, field) !== null && fieldValue(second, field) !== null
  return [...fields.filter(hasBoth), ...fields.filter((field) => !hasBoth(field))]
}

function isOffered({ kind, fieldRules }: Party, field: MergeField): boolean {
  if (field === 'name') return kind === 'organization'
  if (field === 'firstName' || field === 'lastName') return kind === 'person'
  if (field === 'notes') return fieldRules['notes'] === undefined
  return !(identifiers.includes(field) && fieldRules['identifiers'] !== undefined)
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The fuller record stays; of two alike the older one, whose number people know. */
export function preferredSurvivor({ first, second }: Pair): Side {
  const [a, b] = [fullness(first), fullness(second)]
  if (a !== b) return a > b ? 'first' : 'second'
  return first.createdAt <= second.createdAt ? 'first' : 'second'
}

const fullness = (party: Party): number =>
  mergeFields.filter((field) => fieldValue(party, field) !== null).length +
  Object.keys(party.custom).length +
  party.contactPoints.length +
  party.addresses.length +
  party.groups.length +
  party.links

/** What stays of each field, unless chosen otherwise: what is there, the fuller text, else the newer record's value. */
export function preferredChoices(pair: Pair, survivor: Side): Choices {
  return Object.fromEntries(
    differingFields(pair).map((field) => [field, preferred(pair, survivor, field)] as const),
  )
}

function preferred({ first, second }: Pair, survivor: Side, field: string): Side | 'both' {
  const [a, b] = [fieldValue(first, field), fieldValue(second, field)]
  if (field === 'firstName' || field === 'lastName') return preferredName(first, second, survivor)
  if (a === null || b === null) return a === null ? 'second' : 'first'
  if (field === 'notes') return 'both'
  // Numbers and owners are the survivor's: others know it by them.
  if (field === 'number' || field === 'ownerId' || field === 'teamId' || field.startsWith('groups.'))
    return survivor
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.includes(b)) return 'first'
    if (b.includes(a)) return 'second'
  }
  return first.updatedAt >= second.updatedAt ? 'first' : 'second'
}

/** Both parts of a name come from one record: the one that tells them apart, else the survivor. */
function preferredName(first: Party, second: Party, survivor: Side): Side {
  const isWhole = ({ firstName, lastName }: Party) => Boolean(firstName && lastName)
  if (isWhole(first) === isWhole(second)) return survivor
  return isWhole(first) ? 'first' : 'second'
}

/** The choices as the route takes them. */
export const choicesFor = (choices: Choices, survivor: Side): Record<string, MergeChoice> =>
  Object.fromEntries(
    Object.entries(choices).map(([field, side]) => [
      field,
      side === 'both' ? 'both' : side === survivor ? 'survivor' : 'merged',
    ]),
  )
