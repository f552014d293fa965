import './tables.ts'

export { type ExportColumn, type ExportSource, exportSourcesHook } from './export-source.ts'
export { exportList, importFile } from './import-file.ts'
export {
  type Candidate,
  type CellProblem,
  type ImportContext,
  type ImportField,
  type ImportTarget,
  importTargetsHook,
  type ReadItem,
  type ReadRow,
  type RowItem,
  type RowReader,
  type WrittenItem,
} from './import-target.ts'
export { importsModule } from './module.ts'
export {
  dateText,
  loadOwnLookups,
  namesOfOwn,
  type OwnLookups,
  type OwnNames,
  ownCellText,
  readOwnCell,
} from './own-cells.ts'
export { findNamedParties, type NamedParty } from './parties/named-parties.ts'
export { splitLabels } from './parties/read-cells.ts'
export { type TableFile, tableFile, tableTypes } from './writing/table-file.ts'
