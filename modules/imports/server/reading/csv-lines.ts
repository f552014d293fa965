import type { Readable } from 'node:stream'
import type { FileFormat } from '@peyvand/imports/contract'
import { AppError } from '@peyvand/platform/server'
import { CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import type { FileLine } from './open-lines.ts'

const longestLine = 1024 * 1024

/** The lines of a CSV file in batches; memory does not grow with the file. @throws AppError imports.unreadable */
export async function* csvLines(
  content: Readable,
  { encoding, delimiter }: FileFormat,
): AsyncGenerator<FileLine[]> {
  const parser = parse({
    delimiter: delimiter ?? ',',
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    // A quote that never ends must not swallow the rest of the file.
    max_record_size: longestLine,
  })
  content.on('error', (error) => parser.destroy(error))
  const text = encoding === null || encoding === 'utf8' ? content : content.pipe(iconv.decodeStream(encoding))
  text.pipe(parser)
  let line = 0
  try {
    for await (const batch of recordBatches(parser)) {
      const lines: FileLine[] = []
      for (const cells of batch) {
        line += 1
        if (line > 1 || cells.length !== 1 || !/^sep=.$/.test(cells[0] ?? '')) lines.push({ line, cells })
      }
      yield lines
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new AppError('imports.unreadable', { status: 400, params: { line: line + 1 } })
    throw error
  } finally {
    content.destroy()
  }
}

/** What the parser holds ready at a time: one by one would be a turn of the event loop for each line. */
async function* recordBatches(parser: Readable): AsyncGenerator<string[][]> {
  const next = () => parser.read() as string[] | null
  for await (const first of parser as AsyncIterable<string[]>) {
    const batch = [first]
    for (let cells = next(); cells !== null; cells = next()) batch.push(cells)
    yield batch
  }
}
