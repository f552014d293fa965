export { recordsWeb } from './module.ts'
