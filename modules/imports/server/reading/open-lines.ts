import type { Readable } from 'node:stream'
import { type FileFormat, maxImportColumns, maxImportRows } from '@peyvand/imports/contract'
import { AppError } from '@peyvand/platform/server'
import { csvLines } from './csv-lines.ts'
import { xlsxLines } from './xlsx-lines.ts'

/** A line of a file; `line` counts from 1 as a spreadsheet does. */
export interface FileLine {
  line: number
  cells: string[]
}

const longestCell = 32_767

/** All lines of a file that are not empty. @throws AppError imports.unreadable, imports.tooManyRows (400) */
export async function* openLines(content: Readable, format: FileFormat): AsyncGenerator<FileLine> {
  const lines = format.kind === 'csv' ? csvLines(content, format) : xlsxLines(content, format.sheet ?? 1)
  let count = 0
  for await (const { line, cells } of lines) {
    const clean = cells.slice(0, maxImportColumns).map(cleanCell)
    if (clean.every((cell) => cell === '')) continue
    count += 1
    if (count > maxImportRows + 1)
      throw new AppError('imports.tooManyRows', { status: 400, params: { most: maxImportRows } })
    yield { line, cells: clean }
  }
}

/** The lines below the header. */
export async function* openDataLines(content: Readable, format: FileFormat): AsyncGenerator<FileLine> {
  for await (const line of openLines(content, format)) if (line.line > format.headerRow) yield line
}

// PostgreSQL refuses the zero character, and an apostrophe before a formula sign is our own export's.
const cleanCell = (cell: string): string => {
  // oxlint-disable-next-line no-control-regex
  const text = cell.replaceAll('\u0000', '').trim().slice(0, longestCell)
  return /^'[=+\-@\t]/.test(text) ? text.slice(1) : text
}
