import { z } from 'zod'
import { SearchHit } from '../contract/index.ts'

const storageKey = 'peyvand.recent'
const kept = 8

/** The records opened last on this device, newest first. */
export function recentRecords(): SearchHit[] {
  try {
    const parsed = z.array(SearchHit).safeParse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** Puts a record first among the recent ones; record screens call it when they open. */
export function rememberRecord(hit: SearchHit): void {
  const others = recentRecords().filter(({ type, id }) => type !== hit.type || id !== hit.id)
  try {
    localStorage.setItem(storageKey, JSON.stringify([hit, ...others].slice(0, kept)))
  } catch {
    // A forbidden storage only means no recent records.
  }
}

/** On signing out: the next user of the device must not see them. */
export function forgetRecentRecords(): void {
  localStorage.removeItem(storageKey)
}
