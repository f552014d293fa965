import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileFormat } from '@peyvand/imports/contract'
import { stringify } from 'csv-stringify'

export interface TableFile {
  kind: 'csv' | 'xlsx'
  delimiter?: FileFormat['delimiter']
  headers: readonly string[]
  /** Sheets of Persian read from the right. */
  rightToLeft: boolean
  rows: AsyncIterable<readonly string[]>
}

export const tableTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A table as a file, made while it is read: CSV in UTF-8 with its mark for Excel, or a sheet of XLSX. */
export function tableFile(table: TableFile): Readable {
  const out = new PassThrough()
  const writing = table.kind === 'csv' ? writeCsv(out, table) : writeXlsx(out, table)
  writing.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

async function writeCsv(out: PassThrough, { delimiter, headers, rows }: TableFile): Promise<void> {
  const csv = stringify({ bom: true, delimiter: delimiter ?? ',', record_delimiter: 'windows' })
  const written = pipeline(csv, out)
  csv.write(headers.map(defused))
  for await (const row of rows) {
    if (!csv.write(row.map(defused))) await new Promise((resolve) => csv.once('drain', resolve))
  }
  csv.end()
  await written
}

async function writeXlsx(out: PassThrough, { headers, rightToLeft, rows }: TableFile): Promise<void> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  const sheet = workbook.addWorksheet('1', { views: [{ rightToLeft, state: 'frozen', ySplit: 1 }] })
  const header = sheet.addRow([...headers])
  header.font = { bold: true }
  header.commit()
  let count = 0
  for await (const row of rows) {
    sheet.addRow([...row]).commit()
    count += 1
    // The writer keeps what its stream has not taken; the loop must let it flow.
    if (count % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  sheet.commit()
  await workbook.commit()
}

/** A cell that a spreadsheet would run as a formula is written as text; numbers, phones and dates are left alone. */
export const defused = (cell: string): string => (/^[=@\t\r]|^[+-](?![\d.]+$)/.test(cell) ? `'${cell}` : cell)
