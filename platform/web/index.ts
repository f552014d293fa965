export { ApiProblem, callApi, OfflineError, uploadFile, whenSessionEnds } from './api.ts'
export { BulkDialog } from './bulk-dialog.tsx'
export {
  type AppCommand,
  defineWebModule,
  type NavigationItem,
  type RecordKind,
  type SlotFill,
  type WebModule,
  type WebRoute,
} from './define-web-module.ts'
export { DeleteMany } from './delete-many.tsx'
export { fetchFile } from './fetch-file.ts'
export { followOperation, undoOperation } from './follow-operation.ts'
export { FormDialog } from './form/form-dialog.tsx'
export { FormDrawer } from './form/form-drawer.tsx'
export { FormFault } from './form/form-fault.tsx'
export { FormField } from './form/form-field.tsx'
export { FormFooter } from './form/form-footer.tsx'
export { showServerErrors } from './form/server-errors.ts'
export { useConflict } from './form/use-conflict.tsx'
export { useDraft } from './form/use-draft.ts'
export { useLeaveGuard } from './form/use-leave-guard.ts'
export { useRecordSubmit } from './form/use-record-submit.ts'
export { useSchemaForm } from './form/use-schema-form.ts'
export { type Submit, useSubmit } from './form/use-submit.ts'
export { setHolidayNames, useHolidayNames } from './holiday-names.ts'
export { addTexts, startTexts, type T, useT } from './i18n.ts'
export { ListFigure } from './list-page/list-figure.tsx'
export { type ListLook, ListPage, type ListPageProps } from './list-page/list-page.tsx'
export {
  type ListServices,
  ListServicesContext,
  type ListViews,
  type StoredView,
  type ViewDefinition,
} from './list-page/list-services.ts'
export { optionOfText } from './list-page/option-of-text.ts'
export { useCellSaves } from './list-page/use-cell-saves.ts'
export type { ListRelations } from './list-page/use-filter-fields.ts'
export { useListFields } from './list-page/use-list-fields.ts'
export { LiveProvider, type TopicPaths, useLive, useWatch } from './live.ts'
export { useMenuPlace, useNamedPlace } from './menu-place.ts'
export { forgetAnswers, forgetOthersAnswers } from './offline/kept-answers.ts'
export { leaveDevice, mayLeaveDevice } from './offline/leave-device.ts'
export type { OfflinePart } from './offline/offline-part.ts'
export {
  discardWaiting,
  draftOf,
  editWaiting,
  type OfflineDraft,
  resendWaiting,
  type Sent,
  sendOrKeep,
  setOfflineDrafts,
  useWaiting,
} from './offline/outbox.ts'
export { offlineOwner, ownerOf } from './offline/owner.ts'
export {
  doubtReachability,
  isReachable,
  useReachable,
  watchReachability,
  whenReachable,
} from './offline/reachability.ts'
export { type OfflineRead, setOfflineReads } from './offline/read-route.ts'
export { startSending } from './offline/send-waiting.ts'
export { useAsOf } from './offline/use-as-of.ts'
export type { Waiting } from './offline/waiting.ts'
export { openFile } from './open-file.ts'
export { OperationsMenu } from './operations-menu.tsx'
export { ErrorBoundary, PageProblem, PageSkeleton } from './page-states.tsx'
export { getPreferences, type Preferences, setPreferences, usePreferences } from './preferences.ts'
export { problemText, useProblemText } from './problem-text.ts'
export {
  invalidateTopics,
  prefetchRoute,
  queryClient,
  routeKey,
  useMutateRoute,
  useRoute,
  useRoutePages,
} from './query.ts'
export { forgetRecentRecords, recentRecords, rememberRecord } from './recent-records.ts'
export { hasPermission, SessionContext, type SessionFacts, usePermission, useSession } from './session.ts'
export { type SharedValue, sharedValue, useShared } from './shared-value.ts'
export { Slot, SlotsContext, useSlot } from './slots.tsx'
export { urlOf } from './url-of.ts'
export { useUrlState } from './url-state.ts'
export { useBulkChange } from './use-bulk-change.ts'
export { useListChoice } from './use-list-choice.tsx'
export { usePageTitle } from './use-page-title.ts'
