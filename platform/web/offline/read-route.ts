import { hashKey, type QueryKey } from '@tanstack/react-query'
import type { AnyRoute, RouteAnswer, RouteCall } from '../../contract/index.ts'
import { ApiProblem, type CallOptions, callApi, OfflineError } from '../api.ts'
import { urlOf } from '../url-of.ts'
import { anyone, forgetAnswer, keepAnswer, keptAnswer } from './kept-answers.ts'
import { offlineOwner } from './owner.ts'
import { isReachable } from './reachability.ts'

/** A GET route whose answers are kept on the device for reading without the server. */
export interface OfflineRead {
  route: AnyRoute
  /** How many answers, the newest; 1 for a list that is always asked the same way. */
  most: number
  /** Part of the frame (who is signed in, lists of choices): its age is not told. */
  isFrame?: boolean
  /** Asked before it is known who is signed in. */
  isForAnyone?: boolean
}

let reads = new Map<AnyRoute, OfflineRead>()
const keptAt = new Map<string, number>()

/** Told once by the app: which answers may be kept. All others never are. */
export function setOfflineReads(list: readonly OfflineRead[]): void {
  reads = new Map(list.map((read) => [read.route, read]))
}

interface ReadOptions extends Pick<CallOptions, 'signal'> {
  queryKey: QueryKey
}

/**
 * Reads from the server; when it cannot be reached, from what this device has kept for the same user.
 * @throws ApiProblem for anything the server refused; OfflineError when there is no answer at all.
 */
export async function readRoute<R extends AnyRoute>(
  route: R,
  call: RouteCall<R>,
  { signal, queryKey }: ReadOptions,
): Promise<RouteAnswer<R>> {
  const options = signal ? { signal } : {}
  const read = reads.get(route)
  const owner = read?.isForAnyone ? anyone : offlineOwner.get()
  if (!read || !owner) return callApi(route, call, options)
  const url = urlOf(route, call)
  const hash = hashKey(queryKey)
  const fromDevice = async () => {
    const kept = await keptAnswer(owner, url).catch(() => null)
    if (kept) keptAt.set(hash, kept.at)
    return kept
  }
  // Known to be away: a copy at once rather than after a long wait.
  const early = isReachable() ? null : await fromDevice()
  if (early) return early.answer as RouteAnswer<R>
  try {
    const answer = await callApi(route, call, options)
    keptAt.delete(hash)
    // A device that keeps nothing only cannot read offline.
    void keepAnswer({ owner, url, path: route.path, answer }, read.most).catch(() => undefined)
    return answer
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 403 || error.status === 404))
      void forgetAnswer(url).catch(() => undefined)
    if (!(error instanceof OfflineError)) throw error
    const late = await fromDevice()
    if (!late) throw error
    return late.answer as RouteAnswer<R>
  }
}

/** The time of the answer behind a query: of its copy, or when it came. Null for parts of the frame. */
export function answerTime(route: string, hash: string, updatedAt: number): number | null {
  const read = [...reads.values()].find(({ route: { path } }) => path === route)
  return !read || read.isFrame ? null : (keptAt.get(hash) ?? updatedAt)
}
