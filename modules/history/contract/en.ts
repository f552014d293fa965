import { enUi } from './en-ui.ts'
import type { fa } from './fa.ts'

export const en: Record<keyof typeof fa, string> = {
  ...enUi,
  'history.undo.kind': 'Kind of work',
  'history.undo.state': 'State',
  'history.undo.by': 'Done by',
  'history.undo.at': 'Time',
  'history.undo.until': 'Can be undone until',
  'error.history.undoRuns': 'This is being undone.',
  'error.history.undoneAlready': 'This has been undone already.',
  'error.history.undoExpired': 'The thirty days in which this could be undone are over.',
  'error.history.notYet': 'The record did not exist yet at that time.',
  'error.history.noSuchChange': 'There is no such change in the history of this record.',
  'error.history.notRestorable': 'The value of this field is not restored from the history.',
  'error.history.valueGone':
    'The earlier value is no longer accepted; what it pointed to may have been deleted.',
}
