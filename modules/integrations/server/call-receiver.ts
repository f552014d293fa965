import { type App, AppError, callOutside, type OutsideAnswer, OutsideFailure } from '@peyvand/platform/server'
import { requireEncrypted } from './receiver-address.ts'

const timeoutMs = 10_000
const mostAnswerBytes = 100_000
const keptSigns = 2000
const mostHeaders = 50
/** Answers may set what signs somebody in; it is nobody's to read here. */
const withheld = /^(set-cookie|authorization|proxy-authenticat\w+|www-authenticate)$/

export interface Exchange {
  /** Answered 2xx. */
  isTaken: boolean
  /** Answered 410: it wants no more. */
  isGone: boolean
  durationMs: number
  requestHeaders: Record<string, string>
  status: number | null
  responseHeaders: Record<string, string>
  responseText: string | null
  fault: string | null
}

interface Call {
  url: string
  headers: Record<string, string>
  body: string
}

/** Hands a message to a receiver and tells what came of it. Never throws for its faults; not inside a transaction. */
export async function callReceiver(
  app: Pick<App, 'insideHosts'>,
  { url, headers, body }: Call,
): Promise<Exchange> {
  const requestHeaders = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Peyvand-Webhooks/1',
    ...headers,
  }
  const began = performance.now()
  const outcome = await answerOf(async () => {
    requireEncrypted(app, url)
    return callOutside(app, {
      url,
      method: 'POST',
      headers: requestHeaders,
      body,
      timeoutMs,
      maxBytes: mostAnswerBytes,
    })
  })
  return { ...outcome, requestHeaders, durationMs: Math.round(performance.now() - began) }
}

async function answerOf(
  call: () => Promise<OutsideAnswer>,
): Promise<Omit<Exchange, 'requestHeaders' | 'durationMs'>> {
  try {
    const { status, headers, text } = await call()
    const isTaken = status >= 200 && status < 300
    return {
      isTaken,
      isGone: status === 410,
      status,
      responseHeaders: shownHeaders(headers),
      // PostgreSQL keeps no NUL in a text.
      responseText: text.slice(0, keptSigns).replaceAll('\0', '') || null,
      fault: isTaken ? null : 'webhooks.refused',
    }
  } catch (error) {
    const none = { isTaken: false, isGone: false, status: null, responseHeaders: {}, responseText: null }
    if (error instanceof AppError) return { ...none, fault: error.code }
    if (error instanceof OutsideFailure) return { ...none, fault: error.message || error.name }
    throw error
  }
}

const shownHeaders = (headers: OutsideAnswer['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name, value]) => value !== undefined && !withheld.test(name))
      .slice(0, mostHeaders)
      .map(([name, value]) => [name, String(value).slice(0, 500)]),
  )
