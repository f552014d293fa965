import type { Readable } from 'node:stream'
import type { ColumnMapping, FileColumn, FileFormat } from '@peyvand/imports/contract'
import { type App, AppError } from '@peyvand/platform/server'
import iconv from 'iconv-lite'
import { guessColumns, knownHeaders } from './guess-columns.ts'
import type { ImportField } from './import-target.ts'
import { detectDelimiter } from './reading/delimiter.ts'
import { detectEncoding } from './reading/encoding.ts'
import { type FileLine, firstLines } from './reading/open-lines.ts'
import { xlsxSheets } from './reading/xlsx-lines.ts'

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
  {
    file,
    fields,
    given = {},
  }: { file: StoredFile; fields: readonly ImportField[]; given?: Partial<FileFormat> },
): Promise<Analysis> {
  const open = () => app.storage.get(file.storageKey)
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
  return { format, sheets, columns, mapping: guessColumns(columns, fields, samples) }
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
