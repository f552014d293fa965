import type { Readable } from 'node:stream'
import { AppError } from '@peyvand/platform/server'
import type ExcelJS from 'exceljs'
import type { FileLine } from './open-lines.ts'
import { workbookReader } from './workbook-reader.ts'

const linesAtOnce = 200

/** The lines of one sheet (its place from 1) in batches. @throws AppError imports.unreadable */
export async function* xlsxLines(content: Readable, sheet: number): AsyncGenerator<FileLine[]> {
  try {
    let place = 0
    for await (const worksheet of await workbookReader(content)) {
      place += 1
      if (place !== sheet) continue
      let lines: FileLine[] = []
      for await (const row of worksheet) {
        lines.push({ line: row.number, cells: cellsOf(row) })
        if (lines.length < linesAtOnce) continue
        yield lines
        lines = []
      }
      yield lines
      return
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('imports.unreadable', { status: 400, params: { line: 0 } })
  } finally {
    content.destroy()
  }
}

/** Names of the sheets in order. @throws AppError imports.unreadable */
export async function xlsxSheets(content: Readable): Promise<string[]> {
  const names: string[] = []
  try {
    for await (const worksheet of await workbookReader(content)) {
      names.push(nameOf(worksheet) ?? String(names.length + 1))
      for await (const _ of worksheet) break
    }
  } catch {
    throw new AppError('imports.unreadable', { status: 400, params: { line: 0 } })
  } finally {
    content.destroy()
  }
  return names
}

/** The reader's types leave the name out. */
const nameOf = (worksheet: object): string | undefined =>
  'name' in worksheet && typeof worksheet.name === 'string' ? worksheet.name : undefined

function cellsOf(row: ExcelJS.Row): string[] {
  const values = Array.isArray(row.values) ? row.values : []
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, index) => cellText(values[index + 1]))
}

/** A cell as text: whole numbers without exponent, dates as `YYYY-MM-DD`, formulas by their result. */
export function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('text' in value) return cellText(value.text)
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue)
  return ''
}
