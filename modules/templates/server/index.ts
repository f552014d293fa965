import './tables.ts'

export { templatesModule } from './module.ts'
export { type RenderTemplate, renderTemplate } from './render-template.ts'
export { listScripts } from './script-queries.ts'
export { answerStep, startRun } from './script-runs.ts'
