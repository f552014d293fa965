export { catalogWeb } from './module.ts'
