import { sharedValue, useShared } from '@peyvand/platform/web'
import type { Deal } from '../../contract/index.ts'

/** What the place a form was opened from knows already. */
export interface DealFormRequest {
  party?: { id: string; name: string }
  stageId?: string
  /** The deal to change; without it a new one is opened. */
  deal?: Deal
}

const request = sharedValue<DealFormRequest | null>(null)

/** Opens the form of a deal over whatever is shown. */
export const openDealForm = (given: DealFormRequest): void => request.set(given)
export const closeDealForm = (): void => request.set(null)
export const useDealFormRequest = (): DealFormRequest | null => useShared(request)
