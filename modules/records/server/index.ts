import './tables.ts'

export { recordsModule } from './module.ts'
