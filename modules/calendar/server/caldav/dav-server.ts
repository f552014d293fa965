import { type App, AppError, callOutside } from '@peyvand/platform/server'
import type { CaldavLogin } from '../../contract/index.ts'

/** An event of the server: its address, the mark of its present state, and what it says. */
export interface DavObject {
  href: string
  etag: string
  ics: string
}

export type Written = { state: 'written'; etag: string } | { state: 'changed' } | { state: 'refused' }

/** One CalDAV account at work. Every call rejects with AppError caldav.… or outgoing.…. */
export interface DavServer {
  calendars(): Promise<{ url: string; name: string }[]>
  objects(calendarUrl: string): Promise<DavObject[]>
  /** Writes what had this mark, or something new; `changed` where it is not in that state any more (412). */
  put(href: string, ics: string, etag: string | null): Promise<Written>
  delete(href: string, etag: string): Promise<Written>
}

const timeoutMs = 20_000
const maxBytes = 20 * 1024 * 1024

type Reaching = Pick<App, 'insideHosts'>

export function davServer(app: Reaching, login: CaldavLogin): DavServer {
  const fetch = outsideFetch(app)
  // In UTF-8: passwords may be Persian.
  const credentials = Buffer.from(`${login.username}:${login.password}`).toString('base64')
  const headers = { authorization: `Basic ${credentials}` }
  return {
    calendars: () =>
      orCoded(async () => {
        await signIn(fetch, login.url, headers)
        const { createAccount } = await import('tsdav')
        const account = await createAccount({
          account: {
            serverUrl: login.url,
            accountType: 'caldav',
            credentials: { username: login.username, password: login.password },
          },
          headers,
          loadCollections: true,
          fetch: fetch as never,
        })
        return (account.calendars ?? [])
          .filter(({ components }) => !components || components.includes('VEVENT'))
          .map(({ url, displayName }) => ({
            url,
            name: typeof displayName === 'string' && displayName ? displayName : lastPart(url),
          }))
      }),
    objects: (calendarUrl) =>
      orCoded(async () => {
        const { calendarQuery } = await import('tsdav')
        const answers = await calendarQuery({
          url: calendarUrl,
          props: { 'd:getetag': {}, 'c:calendar-data': {} },
          filters: {
            'comp-filter': {
              _attributes: { name: 'VCALENDAR' },
              'comp-filter': { _attributes: { name: 'VEVENT' } },
            },
          },
          depth: '1',
          headers,
          fetch: fetch as never,
        })
        const failed = answers.find(({ status }) => status >= 400)
        if (failed) throw codedStatus(failed.status)
        return answers.flatMap(({ href, props }) => {
          const ics: unknown = props?.['calendarData']?.['_cdata'] ?? props?.['calendarData']
          const etag: unknown = props?.['getetag']
          return href && typeof ics === 'string'
            ? [{ href: normalHref(href, calendarUrl), etag: typeof etag === 'string' ? etag : '', ics }]
            : []
        })
      }),
    put: (href, ics, etag) =>
      orCoded(async () =>
        written(
          await fetch(href, {
            method: 'PUT',
            headers: {
              ...headers,
              'content-type': 'text/calendar; charset=utf-8',
              ...(etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }),
            },
            body: ics,
          }),
        ),
      ),
    delete: (href, etag) =>
      orCoded(async () => {
        const answer = await fetch(href, {
          method: 'DELETE',
          headers: { ...headers, ...(etag && { 'if-match': etag }) },
        })
        return answer.status === 404 ? { state: 'written', etag: '' } : written(answer)
      }),
  }
}

/** `fetch` as far as the protocol needs it, through the guard of outgoing calls. */
function outsideFetch(app: Reaching): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const { status, headers, text } = await callOutside(app, {
      url: input instanceof Request ? input.url : String(input),
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
      timeoutMs,
      maxBytes,
    })
    const flat = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    )
    return new Response(status === 204 || status === 304 ? null : text, { status, headers: flat })
  }
}

/** A wrong password is told apart before the search for calendars, which would only find none. */
async function signIn(
  fetch: typeof globalThis.fetch,
  url: string,
  headers: Record<string, string>,
): Promise<void> {
  const { status } = await fetch(url, { method: 'PROPFIND', headers: { ...headers, depth: '0' } })
  if (status === 401 || status === 403 || status >= 500) throw codedStatus(status)
}

function written({ status, headers }: Response): Written {
  if (status === 412 || status === 409) return { state: 'changed' }
  if (status === 401) throw codedStatus(status)
  if (status >= 500) throw codedStatus(status)
  if (status >= 400) return { state: 'refused' }
  return { state: 'written', etag: headers.get('etag') ?? '' }
}

const codedStatus = (status: number) =>
  new AppError(status === 401 || status === 403 ? 'caldav.wrongPassword' : 'caldav.unreachable', {
    status: 409,
  })

async function orCoded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AppError) throw error
    const { cause, message } = error as Error
    if (cause instanceof AppError) throw cause
    throw new AppError(
      /401|credential|invalid/i.test(message) ? 'caldav.wrongPassword' : 'caldav.unreachable',
      {
        status: 409,
      },
    )
  }
}

/** One spelling of an address: servers encode more or fewer of its characters than was written. */
export function normalHref(href: string, base: string): string {
  const url = new URL(href, base)
  const parts = url.pathname.split('/').map((part) => encodeURIComponent(decodeURIComponent(part)))
  return url.origin + parts.join('/')
}

const lastPart = (url: string) => decodeURIComponent(url.split('/').filter(Boolean).at(-1) ?? url)
