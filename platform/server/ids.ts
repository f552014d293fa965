import { randomUUID } from 'node:crypto'

const last = { milliseconds: 0, count: 0, written: '' }

/**
 * A new record id: UUID version 7, so that ids made later sort later. The 12 bits after the milliseconds count the
 * ids of one millisecond (RFC 9562 §6.2, method 1); when they are used up, those of the next one are taken.
 */
export function newId(): string {
  const now = Date.now()
  if (now > last.milliseconds) startMillisecond(now)
  else if (last.count < 0xfff) last.count += 1
  else startMillisecond(last.milliseconds + 1)
  // Node keeps random bytes in stock for `randomUUID`; its second half carries the variant and 62 random bits.
  return `${last.written}-${(0x7000 + last.count).toString(16)}-${randomUUID().slice(19)}`
}

function startMillisecond(milliseconds: number): void {
  const time = milliseconds.toString(16).padStart(12, '0')
  Object.assign(last, { milliseconds, count: 0, written: `${time.slice(0, 8)}-${time.slice(8)}` })
}
