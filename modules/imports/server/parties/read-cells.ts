import { labelMatch } from '@peyvand/customization/server'
import { type ContactPointType, normalizeContact } from '@peyvand/parties/contract'
import {
  cleanBody,
  cleanCode,
  cleanText,
  parseDate,
  parseEconomicCode,
  parseLegalNationalId,
  parseMoney,
  parseNationalId,
  parseNumber,
  parsePhone,
  parsePostalCode,
  type Result,
  toLatinDigits,
} from '@peyvand/persian'
import type { ContactValue } from './party-item.ts'

export type Cell<T> = { ok: true; value: T } | { ok: false; code: string; params?: Record<string, unknown> }

const accept = <T>(value: T): Cell<T> => ({ ok: true, value })
const refuse = (
  code: string,
  params?: Record<string, unknown>,
): { ok: false; code: string; params?: Record<string, unknown> } => ({
  ok: false,
  code,
  ...(params ? { params } : {}),
})

/** Longest stored texts, as the parties' contract has them. */
const longest: Record<string, number> = {
  number: 40,
  name: 200,
  organizationName: 200,
  fullName: 200,
  firstName: 80,
  lastName: 120,
  honorific: 60,
  firstNameLatin: 80,
  lastNameLatin: 120,
  nameLatin: 200,
  brandName: 120,
  registrationNumber: 30,
  foreignId: 30,
  fatherName: 80,
  birthCertificateNo: 20,
  jobTitle: 120,
  notes: 20_000,
  county: 80,
  city: 80,
  address: 500,
}

export function readText(field: string, text: string): Cell<string> {
  const value = field === 'notes' ? cleanBody(text) : cleanText(text)
  const maximum = longest[field] ?? 500
  return value.length > maximum ? refuse('tooLong', { maximum }) : accept(value)
}

const identifiers: Record<string, { code: string; parse: (text: string) => Result<string, string, string> }> =
  {
    nationalId: { code: 'parties.nationalId', parse: (text) => parseNationalId(withLostZeros(text)) },
    legalNationalId: { code: 'parties.legalNationalId', parse: parseLegalNationalId },
    economicCode: { code: 'parties.economicCode', parse: parseEconomicCode },
    postalCode: { code: 'parties.postalCode', parse: parsePostalCode },
  }

/** Spreadsheets drop the zeros that a number begins with. */
const withLostZeros = (text: string): string => {
  const digits = cleanCode(toLatinDigits(text))
  return /^\d{8,9}$/.test(digits) ? digits.padStart(10, '0') : text
}

export function readCode(field: string, text: string): Cell<string> {
  const identifier = identifiers[field]
  if (identifier) {
    const parsed = identifier.parse(text)
    return parsed.ok ? accept(parsed.value) : refuse(identifier.code)
  }
  const value = cleanCode(toLatinDigits(text))
  const maximum = longest[field] ?? 60
  return value.length > maximum ? refuse('tooLong', { maximum }) : accept(value)
}

export function readDate(text: string, prefer: 'jalali' | 'gregorian'): Cell<string> {
  const parsed = parseDate(text, { prefer })
  return parsed.ok ? accept(parsed.value) : refuse('date')
}

export function readMoney(text: string, unit: 'rial' | 'toman'): Cell<string> {
  const parsed = parseMoney(text, { unit })
  return parsed.ok ? accept(String(parsed.value)) : refuse('invalid')
}

export function readNumber(text: string): Cell<number> {
  const parsed = parseNumber(text)
  return parsed.ok ? accept(parsed.value) : refuse('invalid')
}

const yes = new Set(
  ['بله', 'بلی', 'آری', 'دارد', 'فعال', '1', 'yes', 'y', 'true', 'x', '✓', '✔'].map(labelMatch),
)
const no = new Set(['خیر', 'نه', 'ندارد', 'غیرفعال', '0', 'no', 'n', 'false', '-'].map(labelMatch))

export function readBoolean(text: string): Cell<boolean> {
  const match = labelMatch(text)
  if (yes.has(match)) return accept(true)
  return no.has(match) ? accept(false) : refuse('option')
}

const choices = (words: Record<string, string>): Map<string, string> =>
  new Map(
    Object.entries(words).flatMap(([value, labels]) =>
      labels.split('|').map((label) => [labelMatch(label), value]),
    ),
  )

const kinds = choices({
  person: 'شخص حقیقی|حقیقی|شخص|فرد|person|individual|natural',
  organization: 'شخص حقوقی|حقوقی|شرکت|سازمان|شرکت/سازمان|مؤسسه|organization|organisation|company|legal',
})
const genders = choices({ female: 'زن|خانم|مونث|مؤنث|female|f|woman', male: 'مرد|آقا|مذکر|male|m|man' })

const readChoice = (choice: Map<string, string>, text: string): Cell<string> => {
  const value = choice.get(labelMatch(text))
  return value ? accept(value) : refuse('option')
}

export const readKind = (text: string): Cell<string> => readChoice(kinds, text)
export const readGender = (text: string): Cell<string> => readChoice(genders, text)

/** Several labels in one cell: «مشتری، همکار». */
export const splitLabels = (text: string): string[] =>
  text
    .split(/[،,;|\n]+|\s:::\s/)
    .map((label) => cleanText(label))
    // Groups of Google Contacts' own begin with a star.
    .filter((label) => label !== '' && !label.startsWith('* '))

/** One contact point per number or address in the cell; a landline among mobiles becomes a landline. */
export function readContacts(
  type: ContactPointType,
  text: string,
  areaCode: string | null,
): Cell<ContactValue[]> {
  const isPhone = type === 'mobile' || type === 'phone' || type === 'fax'
  const whole = readContact(type, text, areaCode)
  if (whole.ok) return accept([whole.value])
  const parts = text
    .split(isPhone ? /[،,;/|\n]+|\s+[-–]+\s+|\s+و\s+|\s:::\s/ : /[،,;|\n\s]+(?::::\s+)?/)
    .filter((part) => part.trim() !== '')
  if (parts.length < 2) return whole
  const points: ContactValue[] = []
  for (const part of parts) {
    const point = readContact(type, part, areaCode)
    if (!point.ok) return whole
    points.push(point.value)
  }
  return accept(points)
}

function readContact(given: ContactPointType, text: string, areaCode: string | null): Cell<ContactValue> {
  const { type, value } =
    given === 'mobile' || given === 'phone' ? sorted(text, areaCode) : { type: given, value: text }
  const normal = normalizeContact(type ?? given, given === 'fax' ? sorted(text, areaCode).value : value)
  if (!normal.ok) return refuse(normal.code)
  if (normal.value.value.length > 254) return refuse('tooLong', { maximum: 254 })
  return accept({
    ...normal.value,
    type: type ?? given,
    label: null,
    primary: false,
    verified: false,
    optOut: false,
  })
}

/** Mobile or landline by the number itself, with the area code put before local numbers. */
function sorted(text: string, areaCode: string | null): { type: ContactPointType | null; value: string } {
  const parsed = parsePhone(text, areaCode ? { defaultAreaCode: areaCode } : {})
  if (!parsed.ok) return { type: null, value: text }
  const { e164, kind, extension } = parsed.value
  const type = kind === 'mobile' ? 'mobile' : kind === 'landline' ? 'phone' : null
  return { type, value: extension ? `${e164} داخلی ${extension}` : e164 }
}
