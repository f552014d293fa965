import { z } from 'zod'
import { Problem } from '../../contract/index.ts'
import { inStore } from './device-store.ts'

/**
 * Something written without the server that waits to be sent.
 * `waiting` goes by itself; `held` is open in its form; `conflict` (409) and `refused` need the reader; `late` is too old
 * to repeat safely.
 */
export const Waiting = z.object({
  /** The Idempotency-Key of every attempt. */
  id: z.string(),
  owner: z.string(),
  /** Names the draft's kind: `activities.new`. */
  kind: z.string(),
  /** What it is about, in the writer's words. */
  title: z.string(),
  at: z.number(),
  /** As `callApi` takes it; `draft:<id>` stands for the record that an earlier waiting item will have made. */
  call: z.record(z.string(), z.unknown()),
  /** What the form needs to open it again. */
  form: z.unknown(),
  state: z.enum(['waiting', 'held', 'conflict', 'refused', 'late']),
  /** When it was first tried; whether that attempt arrived may be unknown. */
  triedAt: z.number().nullable(),
  problem: Problem.nullable(),
})
export type Waiting = z.infer<typeof Waiting>

/** Everything that waits on this device for this owner, oldest first. What cannot be read any more is left alone. */
export async function listWaiting(owner: string): Promise<Waiting[]> {
  const all: unknown[] = await inStore('outbox', 'readonly', (store) => store.getAll())
  return all
    .flatMap((item) => Waiting.safeParse(item).data ?? [])
    .filter((item) => item.owner === owner)
    .toSorted((a, b) => a.at - b.at)
}

export async function putWaiting(item: Waiting): Promise<void> {
  await inStore('outbox', 'readwrite', (store) => store.put(item))
}

export async function deleteWaiting(id: string): Promise<void> {
  await inStore('outbox', 'readwrite', (store) => store.delete(id))
}

/** How a record is named before it has an id. */
export const draftId = (id: string): string => `draft:${id}`

/** The call with what has been made meanwhile in place of its drafts. */
export function withMade<T>(call: T, made: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(call)
  const filled = [...made].reduce((result, [id, recordId]) => result.replaceAll(draftId(id), recordId), text)
  return JSON.parse(filled) as T
}

/** Whether a call still stands on the item of this id. */
export const standsOn = ({ call }: Waiting, id: string): boolean => JSON.stringify(call).includes(draftId(id))
