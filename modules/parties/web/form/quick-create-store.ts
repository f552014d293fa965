import { useSyncExternalStore } from 'react'
import type { PartyKind } from '../../contract/index.ts'
import type { PartyFormValues } from './party-form-values.ts'

/** What the place a form was opened from knows already. */
export interface QuickCreateRequest {
  kind?: PartyKind
  /** Keys of groups the new party joins. */
  groups?: readonly string[]
  /** The organisation the new person works for. */
  worksFor?: { id: string; name: string }
  /** What was written before, of a party that waits to be sent; saving stands for that one. */
  values?: PartyFormValues
  replaces?: string
  /** Told of the new party; without it the form only says that it was saved. */
  onCreated?: (party: { id: string; name: string }) => void
}

let request: QuickCreateRequest | null = null
const listeners = new Set<() => void>()

const put = (next: QuickCreateRequest | null) => {
  request = next
  for (const listener of listeners) listener()
}

/** Opens the short form for a new party over whatever is shown. */
export const openQuickCreate = (given: QuickCreateRequest = {}): void => put(given)
export const closeQuickCreate = (): void => put(null)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useQuickCreateRequest = (): QuickCreateRequest | null =>
  useSyncExternalStore(subscribe, () => request)
