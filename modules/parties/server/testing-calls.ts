import { aKey } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import type { TestApp } from '@peyvand/platform/testing'
import type { CreatePartyInput, Party } from '../contract/index.ts'

export interface Answered<T> {
  status: number
  body: T
}

/** Requests of one user; what they answer is taken as `T` and compared by the test. */
export interface Caller {
  get<T>(path: string): Promise<Answered<T>>
  post<T>(path: string, body?: object): Promise<Answered<T>>
  put<T>(path: string, body?: object): Promise<Answered<T>>
  patch<T>(path: string, body: object): Promise<Answered<T>>
  delete<T>(path: string): Promise<Answered<T>>
}

/** Calls the program under test with a key of the user's. */
export async function callerOf(tested: TestApp, actor: Actor): Promise<Caller> {
  const headers = await aKey(tested.app, actor)
  const call =
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
    async <T>(path: string, body?: object): Promise<Answered<T>> => {
      const answer = await tested.server.inject({
        method,
        url: `/api/v1${path}`,
        headers,
        ...(body ? { payload: body } : {}),
      })
      return { status: answer.statusCode, body: (answer.body ? answer.json() : null) as T }
    }
  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
  }
}

/** Creates a party by the API and fails where it is refused. */
export async function made(caller: Caller, input: CreatePartyInput): Promise<Party> {
  const { status, body } = await caller.post<Party>('/parties', input)
  if (status !== 201) throw new Error(`not created: ${JSON.stringify(body)}`)
  return body
}

/** The address of a list with a filter. */
export function listUrl(path: string, query: Record<string, string | object | undefined>): string {
  const given = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    given.set(key, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return `${path}?${given.toString()}`
}
