import { labelMatch } from '@peyvand/customization/server'
import type { ColumnMapping, FileColumn } from '@peyvand/imports/contract'
import type { ImportField } from './import-target.ts'

/** Share of a column's samples that must look like a field's values. */
const likely = 0.7

/**
 * The field of each column by its header in Persian or English, and by its content where the header tells
 * nothing. A field of one value is given to one column.
 */
export function guessColumns(
  columns: readonly FileColumn[],
  fields: readonly ImportField[],
  samples: ReadonlyMap<number, readonly string[]>,
): ColumnMapping[] {
  const byHeader = headerIndex(fields)
  const taken = new Set<string>()
  const take = (field: ImportField | undefined): string | null => {
    if (!field || (taken.has(field.key) && !field.many)) return null
    taken.add(field.key)
    return field.key
  }
  const guesses = new Map<number, string>()
  for (const { column, header } of columns) {
    const key = take(byHeader.get(headerMatch(header)))
    if (key) guesses.set(column, key)
  }
  for (const { column, header } of columns) {
    if (guesses.has(column)) continue
    const key = take(fieldInHeader(header, byHeader) ?? fieldByContent(samples.get(column) ?? [], fields))
    if (key) guesses.set(column, key)
  }
  const guessed = [...guesses.values()]
  return columns.map(({ column }) => ({
    column,
    field: firstNameBesideLastName(guesses.get(column) ?? null, guessed),
    calendar: calendarOf(samples.get(column) ?? []),
    unit: 'rial',
  }))
}

/** How many headers of a line are known; tells the header line from titles above it. */
export function knownHeaders(cells: readonly string[], fields: readonly ImportField[]): number {
  const byHeader = headerIndex(fields)
  return cells.filter((cell) => byHeader.has(headerMatch(cell))).length
}

/** Headers without punctuation, case, spaces and the note in parentheses that many carry: «تاریخ تولد (شمسی)». */
const headerMatch = (header: string): string => labelMatch(header.replace(/[()[\]:*_/\\.#-]+/g, ' '))

function headerIndex(fields: readonly ImportField[]): Map<string, ImportField> {
  const index = new Map<string, ImportField>()
  // Labels win over synonyms of other fields.
  for (const field of fields)
    for (const synonym of field.synonyms)
      if (!index.has(headerMatch(synonym))) index.set(headerMatch(synonym), field)
  for (const field of fields.toReversed())
    for (const label of [field.en, field.fa, field.key]) index.set(headerMatch(label), field)
  return index
}

/** A header that says more than the field's name: «شماره موبایل مدیر», «Mobile (work)». The longest name counts. */
function fieldInHeader(header: string, byHeader: ReadonlyMap<string, ImportField>): ImportField | undefined {
  const match = headerMatch(header)
  let best: { length: number; field: ImportField } | undefined
  for (const [name, field] of byHeader) {
    if (name.length >= 4 && match.includes(name) && name.length > (best?.length ?? 0))
      best = { length: name.length, field }
  }
  return best?.field
}

function fieldByContent(samples: readonly string[], fields: readonly ImportField[]): ImportField | undefined {
  if (samples.length === 0) return undefined
  return fields.find(
    ({ looksLike }) => looksLike && samples.filter(looksLike).length / samples.length >= likely,
  )
}

/** «نام» beside «نام خانوادگی» is the first name. */
function firstNameBesideLastName(field: string | null, guessed: readonly string[]): string | null {
  const isHalf = field === 'name' && guessed.includes('lastName') && !guessed.includes('firstName')
  return isHalf ? 'firstName' : field
}

/** Years with four digits are understood whatever is chosen; of short ones Gregorian is told by day-first Latin dates. */
function calendarOf(samples: readonly string[]): ColumnMapping['calendar'] {
  const years = samples.flatMap((text) => /(?:^|\D)(1[34]\d\d|19\d\d|20\d\d)(?:\D|$)/.exec(text)?.[1] ?? [])
  return years.length > 0 && years.every((year) => Number(year) >= 1900) ? 'gregorian' : 'jalali'
}
