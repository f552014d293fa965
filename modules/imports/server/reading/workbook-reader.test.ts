import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { xlsxLines } from './xlsx-lines.ts'

// Letters of two bytes after one of one byte: wherever a piece of the file ends, it parts letters of many rows.
const names = Array.from({ length: 3000 }, (_, i) => `x${'فاطمه‌طباطبایی '.repeat(4)}${i}`)

test.each([false, true])('Persian cells are read as they are written, shared strings: %s', async (shared) => {
  const written = new PassThrough()
  const file = buffer(written)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: written, useSharedStrings: shared })
  const sheet = workbook.addWorksheet('مشتریان')
  for (const name of names) sheet.addRow([name]).commit()
  await workbook.commit()

  const read: (string | undefined)[] = []
  for await (const lines of xlsxLines(Readable.from([await file]), 1))
    read.push(...lines.map(({ cells }) => cells[0]))

  expect(read).toEqual(names)
})
