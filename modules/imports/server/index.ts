import './tables.ts'

export { type ExportColumn, type ExportSource, exportSourcesHook } from './export-source.ts'
export { exportList, importFile } from './import-file.ts'
export { type ImportField, type ImportTarget, importTargetsHook } from './import-target.ts'
export { importsModule } from './module.ts'
export { type TableFile, tableFile, tableTypes } from './writing/table-file.ts'
