export * from './drawing.ts'
export * from './files.ts'
