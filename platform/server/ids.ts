import { randomUUID } from 'node:crypto'

const last = { milliseconds: 0, count: 0 }

/**
 * A new record id: UUID version 7, so that ids made later sort later. The 12 bits after the milliseconds count the
 * ids of one millisecond (RFC 9562 §6.2, method 1); when they are used up, those of the next one are taken.
 */
export function newId(): string {
  const now = Date.now()
  if (now > last.milliseconds) Object.assign(last, { milliseconds: now, count: 0 })
  else if (last.count < 0xfff) last.count += 1
  else Object.assign(last, { milliseconds: last.milliseconds + 1, count: 0 })
  const time = last.milliseconds.toString(16).padStart(12, '0')
  const count = last.count.toString(16).padStart(3, '0')
  // Node keeps random bytes in stock for `randomUUID`; its second half carries the variant and 62 random bits.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${randomUUID().slice(19)}`
}
