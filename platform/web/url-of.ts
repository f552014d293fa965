import type { AnyRoute, RouteCall } from '../contract/index.ts'

export const apiPrefix = '/api/v1'

/** The address of a GET route, for links, images and downloads. */
export function urlOf<R extends AnyRoute>(route: R, call: RouteCall<R>): string {
  const { params = {}, query = {} } = call as unknown as {
    params?: Record<string, string>
    query?: Record<string, string | number | boolean | null | undefined>
  }
  const path = route.path.replace(/:(\w+)/g, (_: string, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()
  return apiPrefix + path + (search ? `?${search}` : '')
}
