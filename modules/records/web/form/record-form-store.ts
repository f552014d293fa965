import { sharedValue, useShared } from '@peyvand/platform/web'
import type { FirmRecord } from '../../contract/index.ts'

/** What the place a form was opened from knows already. */
export interface RecordFormRequest {
  /** Key of the kind. */
  kind: string
  /** In whose file the new record stands. */
  party?: { id: string; name: string }
  /** The record to change; without it a new one is made. */
  record?: FirmRecord
}

const request = sharedValue<RecordFormRequest | null>(null)

/** Opens the form of a record over whatever is shown. */
export const openRecordForm = (given: RecordFormRequest): void => request.set(given)
export const closeRecordForm = (): void => request.set(null)
export const useRecordFormRequest = (): RecordFormRequest | null => useShared(request)
