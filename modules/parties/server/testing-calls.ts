import type { Caller } from '@peyvand/identity/testing'
import type { CreatePartyInput, Party } from '../contract/index.ts'

export { type Answered, type Caller, callerOf } from '@peyvand/identity/testing'

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
