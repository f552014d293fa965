import { toLatinDigits } from '../numbers/digits.ts'
import { accept, type Result, refuse } from '../result.ts'
import { plainCharacters } from '../text/characters.ts'
import { foldLetters } from '../text/search-key.ts'
import { type IsoDate, isoFromGregorian } from './iso-date.ts'
import { fromJalali, isJalaliDate } from './jalali.ts'
import { type Calendar, monthNames, weekdayNames } from './names.ts'

export type DateError = 'empty' | 'format' | 'noSuchDay' | 'outOfRange'

type TypedDay = { year: string; month: number; day: number; calendar: Calendar | undefined }

/** Two-digit years up to these belong to the newer century. */
const LAST_SHORT_YEAR = { jalali: 29, gregorian: 49 }
const CENTURIES = { jalali: [1300, 1400], gregorian: [1900, 2000] } as const

/**
 * A typed or imported day as ISO date: ۱۴۰۵/۹/۱, 1405-09-01, 14050901, ۱ آذر ۱۴۰۵, 1 Azar 1405, 2026-11-22,
 * 22/11/2026, 22 Nov 2026, with or without weekday; a time of day after it is dropped, without moving the day between zones.
 *
 * Years 1200–1599 are Jalali and 1800–2199 Gregorian, whatever is preferred. Two-digit years follow `prefer`:
 * Jalali 30–99 are 1330–1399 and 00–29 are 1400–1429; Gregorian 50–99 are 1950–1999 and 00–49 are 2000–2049.
 * Without a four-digit year Jalali is read year first and Gregorian day first; a number above 31 is the year.
 */
export function parseDate(text: string, options: { prefer?: Calendar } = {}): Result<IsoDate, DateError> {
  const typed = withoutTime(plainCharacters(text).trim())
  if (typed === '') return refuse('empty')
  const day = readNumeric(typed, options.prefer ?? 'jalali') ?? readWritten(typed)
  return day ? resolve(day, options.prefer ?? 'jalali') : refuse('format')
}

function withoutTime(text: string): string {
  return text.replace(
    /(?:T|[\s,،]+)(?:ساعت\s*)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M|Z|[+-]\d{2}:?\d{2})?$/i,
    '',
  )
}

function readNumeric(text: string, prefer: Calendar): TypedDay | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const [, a = '', b = '', c = ''] =
    compact ?? /^(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,4})$/.exec(text) ?? []
  const yearFirst =
    a.length === 4 || (c.length !== 4 && (Number(a) > 31 || (prefer === 'jalali' && Number(c) <= 31)))
  const [year, day] = yearFirst ? [a, c] : [c, a]
  if (!/^(\d{2}|\d{4})$/.test(year) || day.length > 2) return undefined
  return { year, month: Number(b), day: Number(day), calendar: undefined }
}

const WEEKDAY_WORDS = new Set([...weekdayNames('fa'), ...weekdayNames('en')].map(wordKey))

function readWritten(text: string): TypedDay | undefined {
  const words = wordsOf(text)
  const months = words.flatMap((word) => MONTH_WORDS.get(word) ?? [])
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const [month] = months
  const [first = '', second = ''] = numbers
  if (month === undefined || months.length !== 1 || numbers.length !== 2 || words.length !== 3)
    return undefined
  const yearFirst = first.length === 4 || Number(first) > 31
  const [year, day] = yearFirst ? [first, second] : [second, first]
  return /^(\d{2}|\d{4})$/.test(year) && day.length <= 2 ? { ...month, year, day: Number(day) } : undefined
}

function wordsOf(text: string): string[] {
  return text
    .replace(/(?<=سه|یک|دو|چهار|پنج)\s+(?=شنبه)/g, '')
    .replace(/(\d)(?:st|nd|rd|th|م|ام)\b/gi, '$1')
    .split(/[\s,،./-]+|\bof\b|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u)
    .map(wordKey)
    .filter((word) => word !== '' && !WEEKDAY_WORDS.has(word) && word !== 'ماه' && word !== 'سال')
}

function wordKey(word: string): string {
  return toLatinDigits(foldLetters(word)).replaceAll('\u200C', '')
}

const MONTH_WORDS = new Map<string, { month: number; calendar: Calendar }>()
for (const calendar of ['jalali', 'gregorian'] as const) {
  for (const locale of ['fa', 'en'] as const) {
    for (const [i, name] of monthNames(locale, calendar).entries()) {
      MONTH_WORDS.set(wordKey(name), { month: i + 1, calendar })
      if (locale === 'en' && calendar === 'gregorian')
        MONTH_WORDS.set(wordKey(name.slice(0, 3)), { month: i + 1, calendar })
    }
  }
}
for (const [spelling, month] of [
  ['می', 5],
  ['جولای', 7],
  ['ژوییه', 7],
  ['آگوست', 8],
  ['sept', 9],
] as const) {
  MONTH_WORDS.set(wordKey(spelling), { month, calendar: 'gregorian' })
}
MONTH_WORDS.set(wordKey('امرداد'), { month: 5, calendar: 'jalali' })

function resolve({ year, month, day, calendar }: TypedDay, prefer: Calendar): Result<IsoDate, DateError> {
  const number = Number(year)
  if (year.length === 2) {
    const system = calendar ?? prefer
    const [older, newer] = CENTURIES[system]
    return inCalendar(system, {
      year: number + (number <= LAST_SHORT_YEAR[system] ? newer : older),
      month,
      day,
    })
  }
  const byYear =
    number >= 1200 && number <= 1599 ? 'jalali' : number >= 1800 && number <= 2199 ? 'gregorian' : undefined
  if (byYear === undefined || (calendar !== undefined && calendar !== byYear)) return refuse('outOfRange')
  return inCalendar(byYear, { year: number, month, day })
}

function inCalendar(
  calendar: Calendar,
  date: { year: number; month: number; day: number },
): Result<IsoDate, DateError> {
  if (calendar === 'jalali') return isJalaliDate(date) ? accept(fromJalali(date)) : refuse('noSuchDay')
  const iso = isoFromGregorian(date.year, date.month, date.day)
  return iso ? accept(iso) : refuse('noSuchDay')
}
