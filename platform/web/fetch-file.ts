import { type AnyRoute, Problem, type RouteCall } from '../contract/index.ts'
import { ApiProblem, OfflineError } from './api.ts'
import { getPreferences } from './preferences.ts'
import { urlOf } from './url-of.ts'

/**
 * The content that a route of files answers with, to be shown in the page (a preview, a PDF to print).
 * @throws ApiProblem for anything the server refused; OfflineError when it could not be reached.
 */
export async function fetchFile<R extends AnyRoute & { answer: 'file' }>(
  route: R,
  call: RouteCall<R>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Blob> {
  const { body } = call as unknown as { body?: unknown }
  const response = await fetch(urlOf(route, call), {
    method: route.method,
    headers: {
      'accept-language': getPreferences().locale,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new OfflineError()
  })
  if (response.ok) return response.blob()
  const problem = Problem.safeParse(await response.json().catch(() => null))
  throw problem.success ? new ApiProblem(problem.data) : new OfflineError()
}
