import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type FormValues, signText } from '@peyvand/platform/server'

const purpose = 'leads.form'
const soonestMs = 3000
const latestMs = 24 * 60 * 60_000

export interface Stamp {
  /** Of the page that was shown. */
  nonce: string
  shownAt: number
}

/** What a shown form carries: when it was shown, signed, so that it is neither sent in a moment nor for days. */
export function newStamp(secretKey: Buffer, token: string, now: Date): string {
  const text = `${randomBytes(12).toString('base64url')}.${now.getTime()}`
  return `${text}.${signText(secretKey, purpose, `${token} ${text}`)}`
}

/** The stamp of a form that came back; null where it is none of ours. */
export function readStamp(secretKey: Buffer, token: string, given: string): Stamp | null {
  const [nonce = '', shownAt = '', signature = ''] = given.split('.')
  const wanted = Buffer.from(signText(secretKey, purpose, `${token} ${nonce}.${shownAt}`))
  const had = Buffer.from(signature)
  if (wanted.length !== had.length || !timingSafeEqual(wanted, had)) return null
  return { nonce, shownAt: Number(shownAt) }
}

/**
 * By what a form that is sent twice is known: the same page with the same answers. Who goes back and corrects what they
 * wrote sends another one.
 */
export const entryKey = (nonce: string, values: FormValues): string =>
  createHash('sha256')
    .update(JSON.stringify([nonce, ...Object.entries(values)]))
    .digest('base64url')

/** Whether somebody can have filled in the form in that time. */
export function judgeStamp({ shownAt }: Stamp, now: Date): 'ok' | 'tooSoon' | 'tooLate' {
  const took = now.getTime() - shownAt
  return took < soonestMs ? 'tooSoon' : took > latestMs ? 'tooLate' : 'ok'
}
