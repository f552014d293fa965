import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { doubtReachability, isReachable, whenReachable } from './reachability.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('the server is away when it does not answer, whatever the browser says, and is asked until it does', async () => {
  let isAway = true
  const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    if (isAway) throw new TypeError('Failed to fetch')
    return Response.json({ ok: true })
  })
  const back = vi.fn<() => void>()
  const stop = whenReachable(back)
  expect(navigator.onLine).toBe(true)
  doubtReachability()
  await vi.waitFor(() => expect(isReachable()).toBe(false))
  expect(onlineManager.isOnline()).toBe(false)
  expect(asked.mock.calls[0]?.[0]).toBe('/healthz')

  isAway = false
  await vi.waitFor(() => expect(isReachable()).toBe(true), { timeout: 5_000 })
  expect(onlineManager.isOnline()).toBe(true)
  expect(back).toHaveBeenCalledOnce()
  stop()
})

test('a proxy that answers in the place of the server is no server', async () => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('Bad gateway', { status: 502 }))
  doubtReachability()
  await vi.waitFor(() => expect(isReachable()).toBe(false))
  vi.mocked(globalThis.fetch).mockResolvedValue(Response.json({ ok: true }))
  await vi.waitFor(() => expect(isReachable()).toBe(true), { timeout: 5_000 })
})
