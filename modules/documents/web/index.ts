export { documentsWeb } from './module.ts'
