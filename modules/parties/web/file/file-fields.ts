import type { Party, PartyKind } from '../../contract/index.ts'

/** How a field is shown and written in place. */
export type FileField =
  | { type: 'line'; name: LineField; isLatin?: boolean }
  | { type: 'code'; name: CodeField }
  | { type: 'date'; name: 'birthDate' | 'nextContactOn' }
  | { type: 'gender'; name: 'gender' }
  | { type: 'value'; name: 'industry' | 'leadSource' | 'level'; list: string }
  | { type: 'party'; name: 'introducer' | 'marketer' }
  | { type: 'user'; name: 'owner' }
  | { type: 'team'; name: 'team' }
  | { type: 'fact'; name: 'worksFor' | 'lastContactAt' | 'sourceKind' | 'createdAt' | 'updatedAt' }

type Text<K> = K extends keyof Party ? (Party[K] extends string | null ? K : never) : never
type LineField = Text<
  | 'honorific'
  | 'firstName'
  | 'lastName'
  | 'firstNameLatin'
  | 'lastNameLatin'
  | 'nameLatin'
  | 'brandName'
  | 'fatherName'
  | 'jobTitle'
>
type CodeField = Text<
  | 'number'
  | 'nationalId'
  | 'legalNationalId'
  | 'economicCode'
  | 'registrationNumber'
  | 'foreignId'
  | 'birthCertificateNo'
>

/** At hand in the card. */
export const mainFields = (kind: PartyKind): FileField[] => [
  { type: 'user', name: 'owner' },
  { type: 'team', name: 'team' },
  { type: 'value', name: 'level', list: 'customerLevels' },
  { type: 'date', name: 'nextContactOn' },
  { type: 'fact', name: 'lastContactAt' },
  ...(kind === 'person'
    ? ([
        { type: 'fact', name: 'worksFor' },
        { type: 'line', name: 'jobTitle' },
      ] satisfies FileField[])
    : ([{ type: 'value', name: 'industry', list: 'industries' }] satisfies FileField[])),
  { type: 'value', name: 'leadSource', list: 'sources' },
  { type: 'party', name: 'introducer' },
  { type: 'party', name: 'marketer' },
]

export const identifierFields = (kind: PartyKind): FileField[] => [
  { type: 'code', name: 'number' },
  ...(kind === 'person'
    ? ([
        { type: 'code', name: 'nationalId' },
        { type: 'code', name: 'birthCertificateNo' },
        { type: 'line', name: 'fatherName' },
      ] satisfies FileField[])
    : ([
        { type: 'code', name: 'legalNationalId' },
        { type: 'code', name: 'registrationNumber' },
      ] satisfies FileField[])),
  { type: 'code', name: 'economicCode' },
  { type: 'code', name: 'foreignId' },
]

export const moreFields = (kind: PartyKind): FileField[] => [
  ...(kind === 'person'
    ? ([
        { type: 'line', name: 'honorific' },
        { type: 'line', name: 'firstName' },
        { type: 'line', name: 'lastName' },
        { type: 'line', name: 'firstNameLatin', isLatin: true },
        { type: 'line', name: 'lastNameLatin', isLatin: true },
        { type: 'gender', name: 'gender' },
        { type: 'value', name: 'industry', list: 'industries' },
      ] satisfies FileField[])
    : ([
        { type: 'line', name: 'brandName' },
        { type: 'line', name: 'nameLatin', isLatin: true },
      ] satisfies FileField[])),
  { type: 'date', name: 'birthDate' },
  { type: 'fact', name: 'sourceKind' },
  { type: 'fact', name: 'createdAt' },
  { type: 'fact', name: 'updatedAt' },
]

/** Fields that hold a code or number. */
export const codeNames: readonly string[] = [
  'number',
  'nationalId',
  'legalNationalId',
  'economicCode',
  'registrationNumber',
  'foreignId',
  'birthCertificateNo',
]

/** Whether the role lets the field be written here; what is hidden or masked would be written back masked. */
export const canEditField = (party: Party, { type, name }: FileField): boolean =>
  party.can.update &&
  type !== 'fact' &&
  !(isIdentifier(name) && party.fieldRules['identifiers'] !== undefined)

/** The file number is the firm's own; the rest tells who somebody is. */
const isIdentifier = (name: string) =>
  name === 'fatherName' || (name !== 'number' && codeNames.includes(name))
