export { ExportMenu, type ExportMenuProps } from './export/export-menu.tsx'
export { importsWeb } from './module.ts'
