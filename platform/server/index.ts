export { type Actor, type Firm, systemActor } from './actor.ts'
export { alike } from './alike.ts'
export type { App, Directory } from './app.ts'
export { type AuditEntry, changesBetween } from './audit.ts'
export { type AuditVerification, sealAudit, verifyAudit } from './audit-seal.ts'
export type { KeptRow, Verdict } from './bulk/bulk-facts.ts'
export { defineBulkChange } from './bulk/define-bulk-change.ts'
export { undoDeletion } from './bulk/undo-deletion.ts'
export type { Ctx } from './ctx.ts'
export { customColumns } from './custom-fields/columns.ts'
export { conditionFields, conditionFieldsHook } from './custom-fields/condition-fields.ts'
export { dependentsOf, refuseDependents } from './custom-fields/definition-rules.ts'
export {
  allCustomFields,
  createCustomField,
  customFieldsOf,
  forgetCustomFields,
  isExtensible,
  updateCustomField,
} from './custom-fields/definitions.ts'
export {
  customFieldRule,
  hiddenCustomFields,
  isHiddenCustom,
  seenAmong,
  seenCustomFields,
  seenCustomValues,
} from './custom-fields/field-rules.ts'
export { type HeldFiles, heldFilesHook, type UsableFiles, usableFilesHook } from './custom-fields/files.ts'
export { type NamedTable, namedTablesHook } from './custom-fields/named-order.ts'
export { customSearchWords } from './custom-fields/search-words.ts'
export { insertCustomSides, replaceCustomSides, writeCustomSides } from './custom-fields/sides.ts'
export { customSideOf } from './custom-fields/types.ts'
export {
  claimCustomUniques,
  presentRecordsHook,
  releaseCustomUniques,
  takenCustomUniques,
  wantedCustomUniques,
} from './custom-fields/uniques.ts'
export {
  checkCustomValues,
  mergeCustomValues,
  readCustomValues,
  uniqueValues,
  withCustomDefaults,
} from './custom-fields/values.ts'
export { createDatabase, createPool, inTransaction } from './database.ts'
export { defineModule, type ModuleManifest } from './define-module.ts'
export { AppError, atPath, badField, forbidden, notFound, requireVersion, unauthenticated } from './errors.ts'
export { isHeard, on } from './events.ts'
export { gatherRows } from './gather-rows.ts'
export {
  type FileAnswer,
  type HttpExchange,
  handle,
  handleBare,
  handlePrepared,
  type RouteHandler,
} from './handle.ts'
export { askHook, askHookAtOnce, defineHook, fill, type Hook } from './hooks.ts'
export { apiDocument, apiPrefix, buildHttp, requestLocale } from './http.ts'
export { newId } from './ids.ts'
export { insertRows, insertSparseRows, updateRows } from './insert-rows.ts'
export {
  type AskedFact,
  defineJob,
  type EventFact,
  everyPublishedEvent,
  type JobSpec,
  type Listener,
} from './jobs.ts'
export { describeList } from './list/describe-list.ts'
export { escapeLike, filterToSql } from './list/filter-sql.ts'
export { listColumns } from './list/list-columns.ts'
export { listRelations, listRelationsHook } from './list/list-relations.ts'
export { type ListColumn, type ListRelation, type ListSource, listFields } from './list/list-source.ts'
export { type ListPage, matchingRows, runList, selectedRows } from './list/run-list.ts'
export { summarizeList } from './list/summarize-list.ts'
export { createLiveHub, type LiveTopic, registerLive } from './live.ts'
export { metrics } from './metrics.ts'
export { type Migration, migrateToLatest, migrationsOf } from './migrate.ts'
export { formatNumber, nextNumber, nextNumbers } from './numbering.ts'
export {
  type DoneOperation,
  finishOperation,
  loadOperation,
  operationOfRequest,
  orFail,
  ownOperation,
  recordOperation,
  reportProgress,
  startOperation,
  type UndoHandler,
  undoDays,
  undoHandlerOf,
  undoOperation,
} from './operations.ts'
export { allowedAddress } from './outgoing/allowed-address.ts'
export { callOutside, type OutsideAnswer, OutsideFailure } from './outgoing/call-outside.ts'
export { type FieldFault, faultsOf, parseInput } from './parse-input.ts'
export {
  allows,
  fieldRule,
  limitOf,
  may,
  type Owned,
  reachOf,
  requirePermission,
  scopeOf,
  scopeParts,
  widerScope,
  withinScope,
} from './permissions.ts'
export { planByValues } from './plan-by-values.ts'
export { platformModule } from './platform-module.ts'
export { attributes, type Html, html, textOfHtml } from './public-pages/html.ts'
export { type PublicField, problemSummary, publicField } from './public-pages/public-field.ts'
export {
  definePublicPage,
  type FormValues,
  formValue,
  type PublicPage,
  type PublicRequest,
  type PublicView,
  type SeeOther,
} from './public-pages/public-page.ts'
export { createRegistry, type Registry } from './registry.ts'
export { searchHook } from './search.ts'
export { decryptSecret, derivedKey, encryptSecret, signText } from './secrets.ts'
export { sparingMemory } from './sparing-memory.ts'
export { anyOf, json, tenantPolicy } from './sql.ts'
export { type BothLanguages, StartupError } from './startup-error.ts'
export { startupReason } from './startup-reason.ts'
export { createDiskStorage } from './storage/disk-storage.ts'
export { createS3Storage } from './storage/s3-storage.ts'
export type { FileStorage } from './storage/storage.ts'
export type { Json, Tables } from './tables.ts'
export { together } from './together.ts'
export { createCtx, withCtx } from './transaction.ts'
export { compileDocument, type TypstDocument } from './typst/compile-document.ts'
export { type Drawing, drawn, type StoredDrawing, setDrawing } from './typst/drawn.ts'
export { pageParts } from './typst/page-parts.ts'
export { paperText } from './typst/paper-text.ts'
export { type JobRun, jobLogger, startWorker, taskList, type Worker } from './worker.ts'
