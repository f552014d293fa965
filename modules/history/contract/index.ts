export * from './record-history.ts'
export * from './undo.ts'
