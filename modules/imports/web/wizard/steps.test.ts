import { expect, test } from 'vitest'
import { stepBefore, stepOf } from './steps.ts'

const open = { change: true, run: true, undo: false }
const closed = { change: false, run: false, undo: false }

test.each([
  ['a fresh import begins with how the file is read', 'draft', open, undefined, 'format'],
  ['the address leads to a step of an open import', 'draft', open, 'choices', 'choices'],
  ['a checked import comes back to its result', 'checked', open, undefined, 'check'],
  ['a checked import can be mended', 'checked', open, 'columns', 'columns'],
  ['a check at work is shown whatever the address says', 'checking', closed, 'columns', 'check'],
  ['a check that broke off is open again', 'checking', open, 'check', 'check'],
  ['a run at work is shown', 'running', closed, 'check', 'result'],
  ['an ended import shows its result', 'done', closed, 'format', 'result'],
  ['a step that does not exist is passed over', 'draft', open, 'upload', 'format'],
] as const)('%s', (_, state, can, asked, step) => {
  expect(stepOf({ state, can }, asked)).toBe(step)
})

test('the uploaded file stays: there is nothing before the reading of it', () => {
  expect([stepBefore('format'), stepBefore('columns'), stepBefore('check')]).toEqual([
    null,
    'format',
    'choices',
  ])
})
