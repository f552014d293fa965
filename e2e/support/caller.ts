import type { AnyRoute, RouteAnswer, RouteCall } from '@peyvand/platform/contract'
import { urlOf } from '../../platform/web/url-of.ts'

/** One person's requests to the program, with the session that a browser would hold. */
export interface Caller {
  address: string
  /** `name=value` of the session; empty while nobody is signed in. */
  cookie: string
  /** The network the person sits in: limits per address count by it. */
  from: string
}

export interface Tried<T> {
  status: number
  body: T
}

/** Calls a route of the contract. @throws Error with status and body of a refusal */
export async function call<R extends AnyRoute>(
  caller: Caller,
  route: R,
  input: RouteCall<R>,
): Promise<RouteAnswer<R>> {
  const { status, body } = await tryCall(caller, route, input)
  if (status > 299) throw new Error(`${route.method} ${route.path}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** Calls a route that may be refused; keeps the session that the answer opens. */
export async function tryCall<R extends AnyRoute>(
  caller: Caller,
  route: R,
  input: RouteCall<R>,
): Promise<Tried<RouteAnswer<R>>> {
  const { body } = input as { body?: unknown }
  const content = body === undefined ? null : JSON.stringify(body)
  const answer = await fetch(caller.address + urlOf(route, input), {
    method: route.method,
    body: content,
    headers: {
      ...headersOf(caller),
      ...(content ? { 'content-type': 'application/json' } : {}),
    },
  })
  const [session] = answer.headers.getSetCookie()
  if (session) caller.cookie = session.slice(0, session.indexOf(';'))
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json')
  return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as RouteAnswer<R> }
}

export const headersOf = ({ cookie, from }: Caller): Record<string, string> => ({
  'x-forwarded-for': from,
  ...(cookie ? { cookie } : {}),
})
