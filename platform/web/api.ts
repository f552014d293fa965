import {
  type AnyRoute,
  type FieldError,
  Problem,
  type RouteAnswer,
  type RouteCall,
} from '../contract/index.ts'
import { doubtReachability } from './offline/reachability.ts'
import { getPreferences } from './preferences.ts'
import { apiPrefix, urlOf } from './url-of.ts'

/** A failure that the server explained in the reader's language; `code` is stable. */
export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }

  get code(): string {
    return this.problem.code
  }

  get status(): number {
    return this.problem.status
  }

  /** Faults at fields, by dotted path. */
  get fields(): readonly FieldError[] {
    return this.problem.errors ?? []
  }
}

/** The server could not be reached at all; what was typed is still here. */
export class OfflineError extends Error {
  constructor() {
    super('offline')
    this.name = 'OfflineError'
  }
}

export interface CallOptions {
  signal?: AbortSignal
  /** Makes a repeated POST harmless: the first answer comes again. */
  idempotencyKey?: string
}

let onUnauthenticated = () => undefined as void

/** Told once by the app: what to do when a session has ended. */
export function whenSessionEnds(act: () => void): void {
  onUnauthenticated = act
}

/**
 * Calls a route of the contract with typed input and answer.
 * @throws ApiProblem for anything the server refused; OfflineError when it could not be reached.
 */
export async function callApi<R extends AnyRoute>(
  route: R,
  call: RouteCall<R>,
  { signal, idempotencyKey }: CallOptions = {},
): Promise<RouteAnswer<R>> {
  const { body } = call as unknown as { body?: unknown }
  const response = await reach(urlOf(route, call), {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...inOwnLanguage(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...signalOf(route, signal),
  })
  return (await answerOf(response)) as RouteAnswer<R>
}

/** A dead network must not keep a reader waiting; what changes something may take its time. */
const longestReadMs = 20_000

function signalOf({ method }: AnyRoute, signal: AbortSignal | undefined): { signal?: AbortSignal } {
  const given = signal ? [signal] : []
  const limits = method === 'GET' ? [...given, AbortSignal.timeout(longestReadMs)] : given
  return limits.length > 0 ? { signal: AbortSignal.any(limits) } : {}
}

interface UploadOptions extends CallOptions {
  /** 0 to 1. */
  onProgress?: (share: number) => void
  fields?: Record<string, string>
}

/** Sends one file to an upload route; XMLHttpRequest, because fetch cannot tell how far a body has gone. */
export function uploadFile<R extends AnyRoute>(
  route: R,
  file: File,
  { onProgress, signal, fields = {} }: UploadOptions = {},
): Promise<RouteAnswer<R>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiPrefix + route.path)
    for (const [name, value] of Object.entries(inOwnLanguage())) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress?.(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('error', () => {
      doubtReachability()
      reject(new OfflineError())
    })
    request.addEventListener('load', () => {
      const response = new Response(request.status === 204 ? null : request.responseText, {
        status: request.status,
        headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
      })
      answerOf(response).then((answer) => resolve(answer as RouteAnswer<R>), reject)
    })
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

/** What the server says to someone who is not signed in follows the page, not the browser. */
const inOwnLanguage = () => ({ 'accept-language': getPreferences().locale })

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    doubtReachability()
    throw new OfflineError()
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  if (response.ok) return response.json()
  const problem = Problem.safeParse(await response.json().catch(() => null))
  if (!problem.success) {
    // Something between here and the server answered in its place.
    doubtReachability()
    throw new OfflineError()
  }
  // Other 401s say that a code or password was wrong; the session goes on.
  if (problem.data.code === 'unauthenticated') onUnauthenticated()
  throw new ApiProblem(problem.data)
}
