export { ExportMenu, type ExportMenuProps } from './export/export-menu.tsx'
export { ImportLink } from './import-link.tsx'
export { importsWeb } from './module.ts'
