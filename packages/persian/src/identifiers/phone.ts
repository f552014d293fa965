import type { Locale } from '../locale.ts'
import { localizeDigits } from '../numbers/digits.ts'
import { type Province, provinces } from '../places/provinces.ts'
import { accept, type Result, refuse } from '../result.ts'
import { plainCharacters } from '../text/characters.ts'
import { hasCountryCode } from './country-codes.ts'
import { dialledDigits } from './dialled-digits.ts'

export type PhoneKind = 'mobile' | 'landline' | 'special' | 'foreign'

export type PhoneError = 'empty' | 'format' | 'length' | 'areaCode' | 'areaCodeMissing'

export type Phone = {
  /** `+98…` or another country's E.164 number; for `special` numbers (1500, 118) the bare digits. */
  e164: string
  kind: PhoneKind
  extension?: string
}

const EXTENSION = /\s*(?:داخلی|داخ|ext(?:ension)?\.?|x|#|,|;|،)\s*:?\s*(\d{1,6})$/i

const provinceByAreaCode = new Map(provinces.map((province) => [province.areaCode.slice(1), province]))

/**
 * A phone number of any kind as people write it, with «داخلی ۱۲» or `ext 12` after it. Eight digits alone need
 * `defaultAreaCode` (with or without its zero); three to five digits are special numbers.
 */
export function parsePhone(
  text: string,
  options: { defaultAreaCode?: string } = {},
): Result<Phone, PhoneError> {
  const typed = plainCharacters(text).trim()
  const extension = EXTENSION.exec(typed)
  const number = parseNumber(extension ? typed.slice(0, extension.index) : typed, options.defaultAreaCode)
  if (!number.ok || extension?.[1] === undefined) return number
  return accept({ ...number.value, extension: extension[1] })
}

/** An Iranian landline number as `+98` and ten digits; the area code must be one of the 31 provinces. */
export function parseLandline(
  text: string,
  options: { defaultAreaCode?: string } = {},
): Result<Phone, PhoneError | 'notLandline'> {
  const phone = parsePhone(text, options)
  return phone.ok && phone.value.kind !== 'landline' ? refuse('notLandline') : phone
}

/** For reading: «۰۹۱۲ ۳۴۵ ۶۷۸۹», «۰۲۱ ۸۸۷۷ ۶۶۵۵», in English "+98 912 345 6789". Show it in a left-to-right box. */
export function formatPhone(e164: string, locale: Locale): string {
  const [, mobile] = /^\+98(9\d{9})$/.exec(e164) ?? []
  const [, landline] = /^\+98(\d{10})$/.exec(e164) ?? []
  const grouped =
    mobile?.replace(/(\d{3})(\d{3})(\d{4})/, '$1 $2 $3') ??
    landline?.replace(/(\d{2})(\d{4})(\d{4})/, '$1 $2 $3')
  if (grouped === undefined) return localizeDigits(e164, locale)
  return locale === 'fa' ? localizeDigits(`0${grouped}`, locale) : `+98 ${grouped}`
}

/** The number with its middle hidden, for readers who may not see it: «۰۹۱۲ *** **۸۹». */
export function maskPhone(e164: string, locale: Locale): string {
  const digits = Array.from(formatPhone(e164, locale))
  const total = digits.filter(isDigit).length
  const shownFirst = Math.max(0, Math.min(total - 7, locale === 'en' ? 5 : 4))
  let seen = 0
  return digits
    .map((character) => {
      if (!isDigit(character)) return character
      seen++
      return seen <= shownFirst || seen > total - 2 ? character : '*'
    })
    .join('')
}

/** The province of an Iranian landline number. */
export const provinceOfPhone = (e164: string): Province | undefined =>
  e164.startsWith('+98') ? provinceByAreaCode.get(e164.slice(3, 5)) : undefined

const isDigit = (character: string): boolean => /\p{Nd}/u.test(character)

function parseNumber(text: string, defaultAreaCode: string | undefined): Result<Phone, PhoneError> {
  const dialled = dialledDigits(text)
  if (!dialled.ok) return dialled
  const { digits, country, isComplete } = dialled.value
  if (country === 'other') return foreignNumber(digits)
  if (!isComplete && /^\d{3,5}$/.test(digits)) return accept({ e164: digits, kind: 'special' })
  if (!isComplete && /^[2-9]\d{7}$/.test(digits)) return localNumber(digits, defaultAreaCode)
  if (digits.length !== 10) return refuse('length')
  if (digits.startsWith('9')) return accept({ e164: `+98${digits}`, kind: 'mobile' })
  if (!provinceByAreaCode.has(digits.slice(0, 2))) return refuse('areaCode')
  return /^\d\d[2-9]/.test(digits) ? accept({ e164: `+98${digits}`, kind: 'landline' }) : refuse('format')
}

function localNumber(digits: string, defaultAreaCode: string | undefined): Result<Phone, PhoneError> {
  if (defaultAreaCode === undefined) return refuse('areaCodeMissing')
  return parseNumber(`0${defaultAreaCode.replace(/^0/, '')}${digits}`, undefined)
}

function foreignNumber(digits: string): Result<Phone, PhoneError> {
  if (!hasCountryCode(digits)) return refuse('format')
  // North America and the zone of +7 have numbers of one length only.
  const isRightLength = /^[17]/.test(digits)
    ? digits.length === 11
    : digits.length >= 8 && digits.length <= 15
  return isRightLength ? accept({ e164: `+${digits}`, kind: 'foreign' }) : refuse('length')
}
