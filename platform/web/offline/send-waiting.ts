import { callApi } from '../api.ts'
import { invalidateTopics } from '../query.ts'
import {
  draftOf,
  isTooLate,
  type OfflineDraft,
  reload,
  settle,
  waitingItems,
  whenWaitingChanges,
} from './outbox.ts'
import { offlineOwner } from './owner.ts'
import { isReachable, whenReachable } from './reachability.ts'
import { putWaiting, type Waiting } from './waiting.ts'

const retryMs = 60_000

interface SendWaiting {
  /** Asks the server who is signed in now, as `ownerOf` names it. @throws ApiProblem, OfflineError */
  whoIsSignedIn: () => Promise<string>
  onSent: (item: Waiting) => void
}

/**
 * Sends what waits, in order, one window at a time: now, when something is added, whenever the server answers again,
 * and every minute.
 * Before each item the server is asked who is signed in: nothing is sent in another's name.
 * @returns a function that ends it
 */
export function startSending(options: SendWaiting): () => void {
  let isSending = false
  const send = async () => {
    if (isSending) return
    isSending = true
    try {
      await reload()
      if (isReachable()) await inOneWindow(() => sendAll(options))
    } catch {
      // Tried again with the next occasion.
    } finally {
      isSending = false
    }
  }
  const stopListening = [whenReachable(() => void send()), whenWaitingChanges(() => void send())]
  const timer = setInterval(() => void send(), retryMs)
  void send()
  return () => {
    for (const stop of stopListening) stop()
    clearInterval(timer)
  }
}

async function sendAll({ whoIsSignedIn, onSent }: SendWaiting): Promise<void> {
  const tried = new Set<string>()
  for (;;) {
    const item = waitingItems().find(({ id, state }) => state === 'waiting' && !tried.has(id))
    const draft = item && draftOf(item.kind)
    if (!item) return
    tried.add(item.id)
    // Behind something that the reader must decide first.
    if (!draft || JSON.stringify(item.call).includes('"draft:')) continue
    if (isTooLate(item)) {
      await putWaiting({ ...item, state: 'late' })
      await reload()
      continue
    }
    if ((await whoIsSignedIn()) !== item.owner || offlineOwner.get() !== item.owner) return
    const attempt: Waiting = { ...item, triedAt: item.triedAt ?? Date.now() }
    // Written first: if the page dies now, it is known that it may have arrived.
    await putWaiting(attempt)
    const outcome = await callTo(draft, item).then(
      (answer: unknown) => ({ answer }),
      (error: unknown) => ({ error }),
    )
    if (!(await settle(attempt, outcome))) return
    // After a refusal too: what the reader compares must be what the server has now.
    void invalidateTopics(draft.topics)
    if ('answer' in outcome) onSent(item)
  }
}

async function callTo({ route }: OfflineDraft, { id, call }: Waiting): Promise<unknown> {
  const to = typeof route === 'function' ? await route() : route
  return callApi(to, call as never, { idempotencyKey: id })
}

/** The browser's lock, where it has one; without it two windows may send the same, which the key makes harmless. */
async function inOneWindow(act: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return act()
  await navigator.locks.request('peyvand.outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await act()
  })
}
