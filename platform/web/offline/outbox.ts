import { newId } from '@peyvand/ui'
import type { ComponentType } from 'react'
import { type AnyRoute, idempotencyDays, type RouteAnswer, type RouteCall } from '../../contract/index.ts'
import { ApiProblem, callApi, OfflineError } from '../api.ts'
import { sharedValue, useShared } from '../shared-value.ts'
import { offlineOwner } from './owner.ts'
import { isReachable } from './reachability.ts'
import {
  deleteWaiting,
  draftId,
  listWaiting,
  putWaiting,
  standsOn,
  type Waiting,
  withMade,
} from './waiting.ts'

/** A kind of thing that may be written without the server. */
export interface OfflineDraft {
  /** `activities.new` */
  kind: string
  /** Text key: «فعالیت تازه». */
  label: string
  /** A function where the contract would weigh on the first load. */
  route: AnyRoute | (() => Promise<AnyRoute>)
  /** What shows the change once it is made: `['activities', 'home']`. */
  topics: readonly string[]
  /** Opens the form with what was written; saving names the item as the one it `replaces`. Else `href` has a form. */
  edit?: (item: Waiting) => void
  /** The address of that form, where it is a page. */
  editAt?: (item: Waiting) => string
  /** What was written, in words, for telling it from what the server has. */
  words?: (item: Waiting) => string | undefined
  /** What the server has, beside its own message: the other record, the present state. */
  Theirs?: ComponentType<{ item: Waiting }>
  /** Where the thing stands that a conflict is about. */
  href?: (item: Waiting) => string
  /** The call that says «nevertheless» after this conflict; null where there is no such thing. */
  nevertheless?: (item: Waiting) => Waiting['call'] | null
}

const items = sharedValue<readonly Waiting[]>([])
/** What this page has sent: draft → record, for forms that were opened on the draft. */
const made = new Map<string, string>()
/** Other windows of the same browser show the same list. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('peyvand.outbox')

let kinds = new Map<string, OfflineDraft>()

/** Told once by the app: what may wait. */
export function setOfflineDrafts(list: readonly OfflineDraft[]): void {
  kinds = new Map(list.map((draft) => [draft.kind, draft]))
  channel?.addEventListener('message', () => void reload())
}

/** What waits on this device for whoever is signed in, oldest first. */
export const useWaiting = (): readonly Waiting[] => useShared(items)
/** Runs when the list changes. @returns a function that ends it */
export const whenWaitingChanges = (act: () => void): (() => void) => items.subscribe(act)
export const waitingItems = (): readonly Waiting[] => items.get()
export const draftOf = (kind: string): OfflineDraft | undefined => kinds.get(kind)

/** Reads the list again: another user, another window. */
export async function reload(): Promise<void> {
  const owner = offlineOwner.get()
  items.set(owner ? await listWaiting(owner).catch(() => []) : [])
}

export type Sent<R extends AnyRoute> =
  | { isKept: false; answer: RouteAnswer<R> }
  /** `id` stands for the record until it is made; other drafts may name it. */
  | { isKept: true; id: string }

interface SendOrKeep<R extends AnyRoute> {
  kind: string
  title: string
  route: R
  call: RouteCall<R>
  /** What the form needs to be opened again; survives structured cloning. */
  form: unknown
  /** The waiting item that this one stands for from now on. */
  replaces?: string | undefined
}

/**
 * Sends what a form has gathered; when the server cannot be reached, keeps it on the device and sends it later under
 * the same key, so that it happens once. What stands on a draft that still waits, waits behind it.
 * @throws ApiProblem when the server refuses; OfflineError when the device keeps nothing either
 */
export async function sendOrKeep<R extends AnyRoute>({
  route,
  call,
  replaces,
  ...draft
}: SendOrKeep<R>): Promise<Sent<R>> {
  const filled = withMade(call, made)
  const id = newId()
  const isBehind = items.get().some((item) => JSON.stringify(filled).includes(draftId(item.id)))
  const triedAt = isReachable() && !isBehind ? Date.now() : null
  if (triedAt !== null) {
    try {
      const answer = await callApi(route, filled, { idempotencyKey: id })
      if (replaces) await replaceWaiting(replaces, recordIdOf(answer))
      return { isKept: false, answer }
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error
    }
  }
  const owner = offlineOwner.get()
  if (!owner) throw new OfflineError()
  const kept = filled as unknown as Waiting['call']
  const item: Waiting = {
    ...draft,
    id,
    owner,
    call: kept,
    at: Date.now(),
    state: 'waiting',
    triedAt,
    problem: null,
  }
  await putWaiting(item).catch(() => {
    throw new OfflineError()
  })
  if (replaces) await replaceWaiting(replaces, draftId(id))
  await changed()
  return { isKept: true, id: draftId(id) }
}

/** Takes an item away; what stands on it stands on `heir` from now on. */
async function replaceWaiting(id: string, heir: string | undefined): Promise<void> {
  if (heir) {
    made.set(id, heir)
    for (const other of items.get().filter((one) => standsOn(one, id)))
      await putWaiting({ ...other, call: withMade(other.call, made) })
  }
  await deleteWaiting(id)
  await changed()
}

const recordIdOf = (answer: unknown): string | undefined => {
  const { id } = (answer ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id : undefined
}

/** Takes an item away for good, and with it what stands on it. */
export async function discardWaiting(id: string): Promise<void> {
  const others = items.get().filter((item) => standsOn(item, id))
  await deleteWaiting(id)
  await changed()
  for (const other of others) await discardWaiting(other.id)
}

/** Opens an item in its form again; it is held back until the form is saved, which replaces it. */
export async function editWaiting(item: Waiting): Promise<void> {
  const held: Waiting = { ...item, state: 'held' }
  await putWaiting(held)
  await changed()
  kinds.get(item.kind)?.edit?.(held)
}

/** Puts an item among those to be sent, as it is or saying «nevertheless» — a new request under a new key. */
export async function resendWaiting(item: Waiting, call: Waiting['call'] = item.call): Promise<void> {
  const id = newId()
  await putWaiting({ ...item, id, call, state: 'waiting', triedAt: null, problem: null })
  await replaceWaiting(item.id, draftId(id))
}

/** Items too old for the server to know their keys could happen twice if they were repeated. */
export const isTooLate = ({ triedAt }: Waiting, now = Date.now()): boolean =>
  triedAt !== null && now - triedAt > (idempotencyDays - 1) * 86_400_000

/** What became of an attempt. */
export type Outcome = { answer: unknown } | { error: unknown }

const notNow: ReadonlySet<number> = new Set([401, 429, 502, 503, 504])

/** Writes down what became of an item. @returns whether the next may be tried. */
export async function settle(item: Waiting, outcome: Outcome): Promise<boolean> {
  if ('error' in outcome) {
    const { error } = outcome
    // Nobody has answered, or not for this: the session has ended, too much at once, the program is starting.
    if (!(error instanceof ApiProblem) || notNow.has(error.status)) return false
    const state = error.status === 409 ? 'conflict' : 'refused'
    await putWaiting({ ...item, state, problem: error.problem })
    await changed()
    return true
  }
  await replaceWaiting(item.id, recordIdOf(outcome.answer))
  return true
}

async function changed(): Promise<void> {
  await reload()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
  channel?.postMessage(null)
}
