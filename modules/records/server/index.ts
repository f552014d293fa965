import './tables.ts'

export { createRecord } from './create-record.ts'
export { recordsModule } from './module.ts'
export { createRecordKind } from './record-kinds.ts'
