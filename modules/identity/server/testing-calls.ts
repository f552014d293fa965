import type { TestApp } from '@peyvand/platform/testing'

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`. */
  path: string
  body?: object
  cookie?: string
  headers?: Record<string, string>
  from?: string
}

/** The fields that tests read on; everything else they compare as a whole. */
export interface AnswerBody {
  [field: string]: unknown
  code: string
  id: string
  version: number
  key: string
  url: string
  secret: string
  challenge: string
  backupCodes: string[]
  user: { id: string; version: number }
  invitation: { url: string }
  items: { id: string; key: string; name: string; email: string; version: number; isCurrent: boolean }[]
}

export interface Answered {
  status: number
  body: AnswerBody
  /** The whole `set-cookie` header, and what a browser would send back of it. */
  setCookie: string
  cookie: string
}

/** Every request from another address, so that the limit per address is met only where it is meant. */
let asked = 0
const newAddress = () => `10.0.${Math.floor(++asked / 200)}.${asked % 200}`

/** One request to the program under test. */
export async function callApi(tested: TestApp, call: Call): Promise<Answered> {
  const { method = 'POST', path, body, cookie, headers = {}, from = newAddress() } = call
  const answer = await tested.server.inject({
    method,
    url: `/api/v1${path}`,
    remoteAddress: from,
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
    ...(body ? { payload: body } : {}),
  })
  const setCookie = String(answer.headers['set-cookie'] ?? '')
  return {
    status: answer.statusCode,
    body: (answer.body ? answer.json() : null) as AnswerBody,
    setCookie,
    cookie: setCookie.split(';')[0] ?? '',
  }
}
