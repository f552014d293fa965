import './tables.ts'

export { checkOwnValues } from './check-own-values.ts'
export { type ExportColumn, type ExportSource, exportSourcesHook } from './export-source.ts'
export {
  changesOfRows,
  type FieldTrace,
  type FieldValues,
  flatValues,
  splitValues,
  tracedValues,
  valuesBack,
} from './field-trace.ts'
export { type FieldRow, fieldOfRow, ownColumns, ownImportFields } from './import-fields.ts'
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
export { staysOfImport } from './stays-of-import.ts'
export { wordsOf } from './words-of.ts'
export { type TableFile, tableFile, tableTypes } from './writing/table-file.ts'
