import './tables.ts'

export { templatesModule } from './module.ts'
export { type RenderTemplate, renderTemplate } from './render-template.ts'
