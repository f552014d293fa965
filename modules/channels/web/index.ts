export { channelsWeb } from './module.ts'
