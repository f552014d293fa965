import type { RouteCall, Selection } from '@peyvand/platform/contract'
import { callApi, useBulkChange } from '@peyvand/platform/web'
import { bulkRecordsRoute, type RecordKind } from '../../contract/index.ts'
import { recordTopics } from '../record-topics.ts'

export type BulkAction = RouteCall<typeof bulkRecordsRoute>['body']['action']
export type BulkProps = { kind: RecordKind; selection: Selection; count: number; clear: () => void }

/** Changes of many records of a kind at once. */
export const useBulk = ({ kind, selection, clear }: BulkProps, onStarted?: () => void) =>
  useBulkChange({
    start: (action: BulkAction) =>
      callApi(bulkRecordsRoute, { params: { kind: kind.key }, body: { selection, action } }),
    topics: recordTopics,
    onStarted: () => {
      clear()
      onStarted?.()
    },
  })
