import { expect, test } from 'vitest'
import { joinList } from './join-list.ts'

test.each([
  [[], '', ''],
  [['الف'], 'الف', 'الف'],
  [['الف', 'ب'], 'الف و ب', 'الف and ب'],
  [['الف', 'ب', 'پ'], 'الف، ب و پ', 'الف, ب and پ'],
])('%j', (items, fa, en) => {
  expect(joinList(items, 'fa')).toBe(fa)
  expect(joinList(items, 'en')).toBe(en)
})
