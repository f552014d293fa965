import type { Readable } from 'node:stream'
import { type ColumnMapping, type FileFormat, maxImportColumns } from '@peyvand/imports/contract'
import type { Locale } from '@peyvand/platform/contract'
import { placeLabel } from '../address-book.ts'
import { guessColumns } from '../guess-columns.ts'
import type { ImportField } from '../import-target.ts'
import type { FileLine } from '../reading/open-lines.ts'
import { type CardCells, cardCells } from './card-cells.ts'
import { readCards } from './read-cards.ts'

const cardsAtOnce = 200
const samplesKept = 200

/** The cards of a file as lines of a table, numbered from 1; the format names the columns. @throws AppError imports.unreadable */
export async function* cardLines(
  content: Readable,
  { encoding, cards }: Pick<FileFormat, 'encoding' | 'cards'>,
): AsyncGenerator<FileLine[]> {
  let lines: FileLine[] = []
  let line = 0
  for await (const card of readCards(content, { encoding: encoding ?? 'utf8' })) {
    const cells = cardCells(card)
    line += 1
    lines.push({ line, cells: (cards ?? []).map((column) => cells.get(column) ?? '') })
    if (lines.length < cardsAtOnce) continue
    yield lines
    lines = []
  }
  if (lines.length > 0) yield lines
}

/** Which columns the cards of a file fill, in the order of the fields, with values of each. */
export async function cardColumns(
  content: Readable,
  { encoding, fields }: { encoding: string; fields: readonly ImportField[] },
): Promise<Map<string, string[]>> {
  const samples = new Map<string, string[]>()
  const collect = (cells: CardCells) => {
    for (const [column, text] of cells) {
      const kept = samples.get(column)
      if (!kept) samples.set(column, [text])
      else if (kept.length < samplesKept) kept.push(text)
    }
  }
  for await (const card of readCards(content, { encoding })) collect(cardCells(card))
  const places = new Map(fields.map(({ key }, index) => [key, index]))
  const placeOf = (column: string) => places.get(splitColumn(column).field) ?? fields.length
  return new Map(
    [...samples]
      .toSorted(([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b))
      .slice(0, maxImportColumns),
  )
}

/** `phone:home#2` cut into its parts. */
function splitColumn(column: string): { field: string; label: string | null; number: number } {
  const [, field = column, label, number] = /^([^:#]+)(?::([^#]*))?(?:#(\d+))?$/.exec(column) ?? []
  return { field, label: label ?? null, number: Number(number ?? 1) }
}

/** What a column is called, and the field it goes to: properties without one of their own may be meant for the firm's fields. */
export function describeCardColumns(
  samples: ReadonlyMap<string, readonly string[]>,
  { fields, locale }: { fields: readonly ImportField[]; locale: Locale },
): { header: string; mapping: ColumnMapping }[] {
  const known = new Map(fields.map((field) => [field.key, field]))
  const own = fields.filter(({ key }) => key.startsWith('custom.'))
  const columns = [...samples.keys()]
  const guessed = guessColumns(
    columns.map((header, column) => ({
      column,
      header: known.has(splitColumn(header).field) ? '' : header,
      samples: [],
    })),
    own,
    new Map(),
  )
  return columns.map((column, index) => {
    const { field, label, number } = splitColumn(column)
    const target = known.get(field)
    const labelText = label && placeLabel(label, locale)
    const name = target ? target[locale] : field
    return {
      header: [name, labelText && `(${labelText})`, number > 1 && number].filter(Boolean).join(' '),
      mapping: {
        column: index,
        field: target ? (target.many || number === 1 ? field : null) : (guessed[index]?.field ?? null),
        calendar: 'gregorian',
        unit: 'rial',
        ...(target && labelText ? { label: labelText } : {}),
      },
    }
  })
}
