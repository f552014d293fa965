import type { Selection } from '@peyvand/platform/contract'
import { callApi, useBulkChange } from '@peyvand/platform/web'
import { newId } from '@peyvand/ui'
import { type BulkAction, bulkPartiesRoute } from '../../contract/index.ts'

/** Changes of many parties at once. */
export const useBulk = (selection: Selection, onStarted: () => void) =>
  useBulkChange({
    start: (action: BulkAction) =>
      callApi(bulkPartiesRoute, { body: { selection, action } }, { idempotencyKey: newId() }),
    topics: ['parties', 'party-groups'],
    onStarted,
  })
