export * from './deals.ts'
export * from './events.ts'
export { pipelinePermissions } from './permissions.ts'
export * from './pipelines.ts'
