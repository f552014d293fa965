import { cleanText } from '@peyvand/persian'

export interface PersonName {
  honorific: string | null
  firstName: string | null
  lastName: string | null
}

const honorific =
  /^((?:جناب\s+)?آقای|(?:سرکار\s+)?خانم|جناب|سرکار|آقا|دکتر|مهندس|استاد|حاج|حاجیه|mr\.?|mrs\.?|ms\.?|dr\.?|eng\.?|prof\.?)(?=\s)\s+/i

/** First words that are often only half of a first name: «محمد رضا», «سید علی», «امیر حسین». */
const halves = new Set([
  'سید',
  'سیده',
  'میر',
  'محمد',
  'امیر',
  'علی',
  'غلام',
  'عبد',
  'شیخ',
  'حاج',
  'فاطمه',
  'ام',
])

/** Second words that complete such a first name. */
const secondHalves = new Set(
  'رضا حسین حسن علی مهدی جواد صادق تقی نقی کاظم باقر حسام ابراهیم اسماعیل یوسف هادی امین طاها پارسا عباس اکبر اصغر قاسم سعید حمید مجید زهرا سادات البنین محمد احمد مریم فاطمه'.split(
    ' ',
  ),
)

/** A person's name written in one cell, cut into honorific, first and last name; a single word is the last name. */
export function splitName(text: string): PersonName {
  let rest = cleanText(text)
  const titles: string[] = []
  for (let found = honorific.exec(rest); found; found = honorific.exec(rest)) {
    titles.push(found[1] ?? '')
    rest = rest.slice(found[0].length)
  }
  const words = rest.split(' ').filter(Boolean)
  const length = words.length > 2 && halves.has(words[0] ?? '') && isSecondHalf(words) ? 2 : 1
  const [first, last] = words.length === 1 ? [[], words] : [words.slice(0, length), words.slice(length)]
  return {
    honorific: titles.join(' ') || null,
    firstName: first.join(' ') || null,
    lastName: last.join(' ') || null,
  }
}

const isSecondHalf = ([first = '', second = '']: string[]): boolean =>
  first.startsWith('سید') || secondHalves.has(second)
