// The methods of the library that are wrapped here are named with an underscore.
/* oxlint-disable eslint/no-underscore-dangle */
import { PassThrough, Readable } from 'node:stream'
import type ExcelJS from 'exceljs'

const reading = {
  worksheets: 'emit',
  sharedStrings: 'cache',
  styles: 'cache',
  hyperlinks: 'ignore',
  entries: 'emit',
} as const

/** What the library's types leave out. */
interface Parsing {
  _parseWorksheet(chunks: AsyncIterable<Uint8Array | string>, sheet: string): AsyncIterable<unknown>
  _parseSharedStrings(entry: NodeJS.ReadableStream): AsyncIterable<unknown>
}

/**
 * Reads a workbook as it comes. The library decodes each piece of a file by itself and spoils the letters that two
 * pieces share, a few in every ten thousand Persian cells; here it is handed text.
 */
export async function workbookReader(content: Readable): Promise<ExcelJS.stream.xlsx.WorkbookReader> {
  // A file that cannot be read says so when it is read, not to nobody while the library comes.
  content.on('error', () => {})
  const { default: ExcelJS } = await import('exceljs')
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(content), reading)
  const parsing = reader as unknown as Parsing
  const parseWorksheet = parsing._parseWorksheet.bind(reader)
  const parseSharedStrings = parsing._parseSharedStrings.bind(reader)
  parsing._parseWorksheet = (chunks, sheet) =>
    parseWorksheet(asText(chunks as AsyncIterable<Uint8Array>), sheet)
  parsing._parseSharedStrings = (entry) => {
    const bytes = new PassThrough()
    entry.on('error', (error) => bytes.destroy(error))
    return parseSharedStrings(Readable.from(asText(entry.pipe(bytes))))
  }
  return reader
}

async function* asText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
}
