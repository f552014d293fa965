import { expect, test } from 'vitest'
import { withMark } from './body-marks.ts'

const words = { heads: 'الف | ب' }

test('bold goes on around the selection, and off again', () => {
  const bold = withMark('bold', { text: 'مبلغ صد ریال', start: 5, end: 7 }, words)
  expect(bold).toEqual({ text: 'مبلغ **صد** ریال', start: 7, end: 9 })
  expect(withMark('bold', bold, words)).toEqual({ text: 'مبلغ صد ریال', start: 5, end: 7 })
})

test('lists take whole lines, and go off again', () => {
  const list = withMark('numbers', { text: 'یک\nدو\nسه', start: 1, end: 4 }, words)
  expect(list.text).toBe('1. یک\n2. دو\nسه')
  expect(withMark('numbers', list, words).text).toBe('یک\nدو\nسه')
  expect(withMark('list', { text: 'یک', start: 0, end: 0 }, words).text).toBe('- یک')
})

test('a table comes below the line', () => {
  expect(withMark('table', { text: 'متن', start: 0, end: 0 }, words).text).toBe(
    'متن\n| الف | ب |\n|---|---|\n|  |  |',
  )
})
