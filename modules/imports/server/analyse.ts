import type { Readable } from 'node:stream'
import type { ColumnMapping, FileColumn, FileFormat, ImportSettings } from '@peyvand/imports/contract'
import type { Locale } from '@peyvand/platform/contract'
import { type App, AppError } from '@peyvand/platform/server'
import iconv from 'iconv-lite'
import { addressBookMapping, addressBookSettings, isAddressBook } from './address-book.ts'
import { guessColumns, knownHeaders } from './guess-columns.ts'
import type { ImportField } from './import-target.ts'
import { detectDelimiter } from './reading/delimiter.ts'
import { detectEncoding } from './reading/encoding.ts'
import { type FileLine, firstLines } from './reading/open-lines.ts'
import { xlsxSheets } from './reading/xlsx-lines.ts'
import { cardColumns, describeCardColumns } from './vcard/card-lines.ts'

export interface StoredFile {
  name: string
  type: string
  storageKey: string
}

export interface Analysis {
  format: FileFormat
  sheets: string[]
  columns: FileColumn[]
  mapping: ColumnMapping[]
  /** What files of this make are imported with unless the user says otherwise. */
  settings: Partial<ImportSettings>
}

interface AnalyseFile {
  file: StoredFile
  fields: readonly ImportField[]
  /** Of the headers that the file itself does not have. */
  locale: Locale
  given?: Partial<FileFormat>
}

const sampleBytes = 1024 * 1024
const sampleLines = 200
const linesAboveHeader = 10

/**
 * Finds out how a file is to be read and which field each column is. What `given` names of the format is taken
 * as it is. Opens the storage: call it outside of transactions.
 * @throws AppError imports.unreadable, imports.noRows (400)
 */
export async function analyseFile(
  app: Pick<App, 'storage'>,
  { file, fields, locale, given = {} }: AnalyseFile,
): Promise<Analysis> {
  const open = () => app.storage.get(file.storageKey)
  if (file.type === 'text/vcard') return analyseCards(open, { fields, locale, given })
  const isXlsx = file.type.endsWith('spreadsheetml.sheet')
  if (!isXlsx && !/^text\/|json/.test(file.type))
    throw new AppError('imports.unreadable', { status: 400, params: { line: 0 } })
  const sheets = isXlsx ? await xlsxSheets(await open()) : []
  const guessed: FileFormat = isXlsx
    ? { kind: 'xlsx', encoding: null, delimiter: null, sheet: 1, headerRow: 0 }
    : { kind: 'csv', ...(await csvFormat(await open(), given)), sheet: null, headerRow: 0 }
  const { headerRow, ...known } = given
  const format = { ...guessed, ...known }
  const lines = await firstLines(await open(), format, sampleLines)
  if (lines.length === 0) throw new AppError('imports.noRows', { status: 400 })
  format.headerRow = headerRow ?? findHeader(lines, fields)
  const { columns, samples } = describeColumns(lines, format.headerRow)
  if (samples.size === 0) throw new AppError('imports.noRows', { status: 400 })
  return isAddressBook(columns)
    ? {
        format,
        sheets,
        columns,
        mapping: addressBookMapping(columns, { samples, locale }),
        settings: addressBookSettings,
      }
    : { format, sheets, columns, mapping: guessColumns(columns, fields, samples), settings: {} }
}

async function analyseCards(
  open: () => Promise<Readable>,
  { fields, locale, given = {} }: Pick<AnalyseFile, 'fields' | 'locale' | 'given'>,
): Promise<Analysis> {
  const encoding = given.encoding ?? detectEncoding(await readSample(await open()))
  const samples = await cardColumns(await open(), { encoding, fields })
  if (samples.size === 0) throw new AppError('imports.noRows', { status: 400 })
  const described = describeCardColumns(samples, { fields, locale })
  const values = [...samples.values()]
  return {
    format: {
      kind: 'vcard',
      encoding,
      delimiter: null,
      sheet: null,
      headerRow: 0,
      cards: [...samples.keys()],
    },
    sheets: [],
    columns: described.map(({ header }, column) => ({
      column,
      header,
      samples: [...new Set(values[column])].slice(0, 3),
    })),
    mapping: described.map(({ mapping }) => mapping),
    settings: addressBookSettings,
  }
}

async function csvFormat(
  content: Readable,
  given: Partial<FileFormat>,
): Promise<Pick<FileFormat, 'encoding' | 'delimiter'>> {
  const sample = await readSample(content)
  const encoding = given.encoding ?? detectEncoding(sample)
  const delimiter = given.delimiter ?? detectDelimiter(iconv.decode(sample.subarray(0, 256 * 1024), encoding))
  return { encoding, delimiter }
}

/** The file's beginning, and more of it as long as it is plain ASCII: the first Persian letter may come late. */
async function readSample(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  let isPlain = true
  for await (const chunk of content as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    isPlain &&= chunk.every((byte) => byte < 0x80)
    if (size >= sampleBytes && !isPlain) break
  }
  content.destroy()
  return Buffer.concat(chunks)
}

/** The line with most known headers; without any, the first of several cells, unless it holds values already. */
function findHeader(lines: readonly FileLine[], fields: readonly ImportField[]): number {
  let best: { line: number; known: number } = { line: 0, known: 0 }
  for (const { line, cells } of lines.slice(0, linesAboveHeader)) {
    const known = knownHeaders(cells, fields)
    if (known > best.known) best = { line, known }
  }
  if (best.known > 0) return best.line
  const first = lines.find(({ cells }) => cells.filter(Boolean).length > 1) ?? lines[0]
  const holdsValues = first?.cells.some((cell) => fields.some(({ looksLike }) => looksLike?.(cell)))
  return !first || holdsValues ? 0 : first.line
}

function describeColumns(
  lines: readonly FileLine[],
  headerRow: number,
): { columns: FileColumn[]; samples: Map<number, string[]> } {
  const headers = lines.find(({ line }) => line === headerRow)?.cells ?? []
  const data = lines.filter(({ line }) => line > headerRow)
  const width = Math.max(headers.length, ...data.map(({ cells }) => cells.length))
  const samples = new Map<number, string[]>()
  for (const { cells } of data) {
    for (const [column, cell] of cells.entries())
      if (cell) samples.set(column, [...(samples.get(column) ?? []), cell])
  }
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    header: headers[column] ?? '',
    samples: [...new Set(samples.get(column) ?? [])].slice(0, 3),
  }))
  return { columns, samples }
}
