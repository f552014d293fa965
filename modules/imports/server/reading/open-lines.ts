import type { Readable } from 'node:stream'
import { type FileFormat, maxImportColumns, maxImportRows } from '@peyvand/imports/contract'
import { AppError } from '@peyvand/platform/server'
import { cardLines } from '../vcard/card-lines.ts'
import { csvLines } from './csv-lines.ts'
import { xlsxLines } from './xlsx-lines.ts'

/** A line of a file; `line` counts from 1 as a spreadsheet does. */
export interface FileLine {
  line: number
  cells: string[]
}

const longestCell = 32_767

/** All lines of a file that are not empty, as many at a time as come. @throws AppError imports.unreadable, imports.tooManyRows (400) */
export async function* openLines(content: Readable, format: FileFormat): AsyncGenerator<FileLine[]> {
  const batches = linesOf(content, format)
  let count = 0
  for await (const batch of batches) {
    const lines: FileLine[] = []
    for (const { line, cells } of batch) {
      const clean = cells.slice(0, maxImportColumns).map(cleanCell)
      if (clean.some((cell) => cell !== '')) lines.push({ line, cells: clean })
    }
    count += lines.length
    if (count > maxImportRows + 1)
      throw new AppError('imports.tooManyRows', { status: 400, params: { most: maxImportRows } })
    if (lines.length > 0) yield lines
  }
}

function linesOf(content: Readable, format: FileFormat): AsyncGenerator<FileLine[]> {
  switch (format.kind) {
    case 'csv':
      return csvLines(content, format)
    case 'xlsx':
      return xlsxLines(content, format.sheet ?? 1)
    case 'vcard':
      return cardLines(content, format)
  }
}

/** The first lines of a file. @throws AppError imports.unreadable */
export async function firstLines(content: Readable, format: FileFormat, most: number): Promise<FileLine[]> {
  const lines: FileLine[] = []
  for await (const batch of openLines(content, format)) {
    lines.push(...batch)
    if (lines.length >= most) break
  }
  return lines.slice(0, most)
}

/** The lines below the header and after the line given, in lots of one size. */
export async function* openDataLines(
  content: Readable,
  format: FileFormat,
  { after, atOnce }: { after: number; atOnce: number },
): AsyncGenerator<FileLine[]> {
  const from = Math.max(after, format.headerRow)
  let lot: FileLine[] = []
  for await (const batch of openLines(content, format)) {
    for (const line of batch) {
      if (line.line <= from) continue
      lot.push(line)
      if (lot.length < atOnce) continue
      yield lot
      lot = []
    }
  }
  if (lot.length > 0) yield lot
}

// PostgreSQL refuses the zero character, and an apostrophe before a formula sign is our own export's.
const cleanCell = (cell: string): string => {
  // oxlint-disable-next-line no-control-regex
  const text = cell.replaceAll('\u0000', '').trim().slice(0, longestCell)
  return /^'[=+\-@\t]/.test(text) ? text.slice(1) : text
}
