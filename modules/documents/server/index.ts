import './tables.ts'

export { documentsModule } from './module.ts'
