import { expect, test } from 'vitest'
import { pastedCells } from './pasted-cells.ts'

test.each([
  ['یک', [['یک']]],
  [
    'الف\tب\r\nپ\tت\r\n',
    [
      ['الف', 'ب'],
      ['پ', 'ت'],
    ],
  ],
  [
    'الف\t\nب\t',
    [
      ['الف', ''],
      ['ب', ''],
    ],
  ],
  ['"دو\nخط"\t"گفت ""نه"""', [['دو\nخط', 'گفت "نه"']]],
  ['"سپهر" آریا\tب', [['"سپهر" آریا', 'ب']]],
  ['۱\n\n۲', [['۱'], [''], ['۲']]],
])('%j is read as %j', (text, cells) => {
  expect(pastedCells(text)).toEqual(cells)
})
