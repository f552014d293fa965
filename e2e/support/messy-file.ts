import { localizeDigits, toLatinDigits } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import iconv from 'iconv-lite'

/** A list of customers as firms keep it for years, with what the program should make of it. */
export interface MessyFile {
  name: string
  content: Buffer
  counts: { new: number; duplicates: number; invalid: number }
}

interface Messy {
  locale: Locale
  encoding: 'windows1256' | 'utf8' | 'utf16le'
  delimiter: string
  /** Whom the journey looks for; stands somewhere in the middle. */
  wanted: Customer
}

export interface Customer {
  name: string
  /** Eleven digits: `09123456789`. */
  mobile: string
}

const rows = 5000
const everyFaulty = 100
const everyRepeated = 50

/**
 * 5,000 rows under a title and an empty line: mixed shapes of phone numbers, Arabic letters, stray spaces, empty lines;
 * one in fifty repeats the row before it, one in a hundred cannot be right.
 */
export function messyFile({ locale, encoding, delimiter, wanted }: Messy): MessyFile {
  const { title, headers, nameOf, city, broken } = languages[locale]
  const lines = [title, '', headers.join(delimiter)]
  const counts = { new: 0, duplicates: 0, invalid: 0 }
  for (let i = 1; i <= rows; i += 1) {
    const isFaulty = i % everyFaulty === 7
    const isRepeated = !isFaulty && i % everyRepeated === 2
    const of = isRepeated ? i - 1 : i
    const customer =
      of === rows / 2 ? wanted : { name: nameOf(of), mobile: `0919${String(of * 7).padStart(7, '0')}` }
    const email = isFaulty ? broken : i % 3 === 0 ? ` Info${i}@Example.com ` : ''
    const cells = [String(i), messyName(customer.name, i), messyPhone(customer.mobile, i), email, city, '']
    lines.push(cells.map((cell) => quoted(cell, delimiter)).join(delimiter))
    if (i % 700 === 0) lines.push('')
    counts[isFaulty ? 'invalid' : isRepeated ? 'duplicates' : 'new'] += 1
  }
  const text = lines.join('\r\n')
  const content =
    encoding === 'windows1256'
      ? iconv.encode(latinDigits(text), encoding)
      : iconv.encode(text, encoding, { addBOM: true })
  return { name: `${title}.csv`, content, counts }
}

const kinds = ['بازرگانی', 'صنایع', 'فروشگاه', 'گروه مهندسی']
const words = ['آریا', 'پارس', 'کیمیا', 'نوین', 'سپهر', 'یگانه']

const languages = {
  fa: {
    title: 'فهرست مشتریان',
    headers: ['ردیف', 'نام شركت', 'تلفن همراه', 'ايميل', 'شهر', 'قفسه'],
    nameOf: (i: number) => `${kinds[i % kinds.length]} ${words[i % words.length]} ${i}`,
    city: 'كرج',
    broken: 'ندارد در سایت',
  },
  en: {
    title: 'Customer list',
    headers: ['Row', 'Company name', 'Mobile', 'E-mail', 'City', 'Shelf'],
    nameOf: (i: number) => `${['Arya', 'Pars', 'Novin'][i % 3]}, Trading & Sons ${i}`,
    city: 'Karaj',
    broken: 'see web site',
  },
} as const

/** Arabic letters and doubled spaces in every other row; the program knows them for the same. */
const messyName = (name: string, i: number): string =>
  i % 2 === 0 ? `  ${name.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replace(' ', '  ')}` : name

function messyPhone(mobile: string, i: number): string {
  const shapes = [
    mobile,
    mobile.slice(1),
    `+98 ${mobile.slice(1, 4)} ${mobile.slice(4)}`,
    `${mobile.slice(0, 4)}-${mobile.slice(4, 7)}-${mobile.slice(7)}`,
    localizeDigits(mobile, 'fa'),
  ]
  return shapes[i % shapes.length] ?? mobile
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell

/** Windows-1256 has neither Persian digits nor the letter ی. */
const latinDigits = (text: string): string => toLatinDigits(text.replaceAll('ی', 'ي'))
