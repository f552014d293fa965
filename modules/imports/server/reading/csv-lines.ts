import type { Readable } from 'node:stream'
import type { FileFormat } from '@peyvand/imports/contract'
import { AppError } from '@peyvand/platform/server'
import { CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import type { FileLine } from './open-lines.ts'

const longestLine = 1024 * 1024

/** The lines of a CSV file as a stream; memory does not grow with the file. @throws AppError imports.unreadable */
export async function* csvLines(
  content: Readable,
  { encoding, delimiter }: FileFormat,
): AsyncGenerator<FileLine> {
  const parser = parse({
    delimiter: delimiter ?? ',',
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    // A quote that never ends must not swallow the rest of the file.
    max_record_size: longestLine,
  })
  const text = iconv.decodeStream(encoding ?? 'utf8')
  content.on('error', (error) => parser.destroy(error))
  content.pipe(text).pipe(parser)
  let line = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1
      if (line === 1 && cells.length === 1 && /^sep=.$/.test(cells[0] ?? '')) continue
      yield { line, cells }
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new AppError('imports.unreadable', { status: 400, params: { line: line + 1 } })
    throw error
  } finally {
    content.destroy()
  }
}
