export { historyWeb } from './module.ts'
