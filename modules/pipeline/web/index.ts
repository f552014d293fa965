export { pipelineWeb } from './module.ts'
