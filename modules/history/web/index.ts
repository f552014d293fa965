export { historyWeb } from './module.ts'
export { HistoryDrawer } from './record/history-drawer.tsx'
export type { RecordHistory } from './record/history-words.ts'
export { RecordChanges } from './record/record-changes.tsx'
