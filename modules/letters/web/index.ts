export { lettersWeb } from './module.ts'
