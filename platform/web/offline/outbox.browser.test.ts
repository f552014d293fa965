import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineRoute } from '../../contract/index.ts'
import { ApiProblem } from '../api.ts'
import {
  discardWaiting,
  editWaiting,
  isTooLate,
  reload,
  resendWaiting,
  sendOrKeep,
  setOfflineDrafts,
  waitingItems,
} from './outbox.ts'
import { offlineOwner } from './owner.ts'
import { startSending } from './send-waiting.ts'
import { deleteWaiting, listWaiting, putWaiting, type Waiting } from './waiting.ts'

const noteRoute = defineRoute({
  method: 'POST',
  path: '/notes',
  summary: 'Makes a note',
  permission: 'signedIn',
  body: z.object({ text: z.string(), after: z.string().optional() }),
  answer: z.object({ id: z.string() }),
})

interface Call {
  key: string | null
  body: { text: string; after?: string }
}

/** The network of this page: answers as the server would, or not at all. */
let calls: Call[] = []
let answer: (call: Call) => Response | null
let stop: (() => void) | undefined
const edited: Waiting[] = []
const sent: string[] = []

const made = ({ body }: Call) => Response.json({ id: `made-${body.text}` })
const problem = (status: number, code: string) =>
  Response.json({ type: 'about:blank', title: code, status, code, requestId: 'r' }, { status })

beforeEach(async () => {
  calls = []
  sent.length = 0
  edited.length = 0
  answer = made
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
    if (!init?.body) return Response.json({ ok: true })
    const call = {
      key: new Headers(init.headers).get('idempotency-key'),
      body: JSON.parse(init.body as string) as Call['body'],
    }
    const response = answer(call)
    if (!response) throw new TypeError('Failed to fetch')
    calls.push(call)
    return response
  })
  setOfflineDrafts([
    { kind: 'note', label: 'note', route: noteRoute, topics: [], edit: (item) => edited.push(item) },
  ])
  offlineOwner.set('1:ali')
  for (const owner of ['1:ali', '1:sara'])
    for (const { id } of await listWaiting(owner)) await deleteWaiting(id)
  await reload()
})

afterEach(() => {
  stop?.()
  stop = undefined
  vi.restoreAllMocks()
})

const write = (text: string, more: { after?: string; replaces?: string } = {}) =>
  sendOrKeep({
    kind: 'note',
    title: text,
    route: noteRoute,
    call: { body: { text, ...(more.after && { after: more.after }) } },
    form: { text },
    replaces: more.replaces,
  })
const send = (who = '1:ali') => {
  stop = startSending({ whoIsSignedIn: async () => who, onSent: ({ title }) => sent.push(title) })
}
const titles = () => waitingItems().map(({ title }) => title)
const away = () => null

describe('what is written without the server', () => {
  test('is sent later in its order, each under the key of its first attempt', async () => {
    answer = away
    await write('first')
    await write('second')
    const keys = waitingItems().map(({ id }) => id)
    expect(titles()).toEqual(['first', 'second'])
    answer = made
    send()
    await vi.waitFor(() => expect(sent).toEqual(['first', 'second']))
    expect(calls.map(({ key }) => key)).toEqual(keys)
    expect(waitingItems()).toEqual([])
  })

  test('names what an earlier item will make, and gets its id when it is made', async () => {
    answer = away
    const first = await write('party')
    if (!first.isKept) throw new Error('kept')
    await write('call', { after: first.id })
    answer = made
    send()
    await vi.waitFor(() => expect(sent).toEqual(['party', 'call']))
    expect(calls[1]?.body.after).toBe('made-party')
    // A form that was opened on the draft is saved after it was sent.
    await write('later', { after: first.id })
    expect(calls[2]?.body.after).toBe('made-party')
  })

  test('waits behind what it stands on, though the server is back', async () => {
    answer = away
    const first = await write('party')
    if (!first.isKept) throw new Error('kept')
    answer = made
    const second = await write('call', { after: first.id })
    expect(second.isKept).toBe(true)
    expect(calls).toEqual([])
  })

  test('goes with what it stood on when that is deleted', async () => {
    answer = away
    const first = await write('party')
    if (!first.isKept) throw new Error('kept')
    await write('call', { after: first.id })
    await write('other')
    await discardWaiting(waitingItems()[0]?.id ?? '')
    expect(titles()).toEqual(['other'])
  })

  test('is held back while it is edited, and replaced by what is saved', async () => {
    answer = away
    await write('draft')
    const [item] = waitingItems()
    if (!item) throw new Error('kept')
    await editWaiting(item)
    expect(edited[0]?.form).toEqual({ text: 'draft' })
    answer = made
    send()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(calls).toEqual([])
    await write('better', { replaces: item.id })
    expect(calls.map(({ body }) => body.text)).toEqual(['better'])
    expect(waitingItems()).toEqual([])
  })
})

describe('sending', () => {
  test('stops when the connection is lost again, and nothing is lost', async () => {
    answer = away
    await write('first')
    await write('second')
    answer = (call) => (call.body.text === 'first' ? made(call) : null)
    send()
    await vi.waitFor(() => expect(titles()).toEqual(['second']))
    expect(waitingItems()[0]).toMatchObject({ state: 'waiting', problem: null })
  })

  test('sends nothing while another is signed in, and shows nothing to them', async () => {
    answer = away
    await write('of Ali')
    answer = made
    send('1:sara')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(calls).toEqual([])
    offlineOwner.set('1:sara')
    await reload()
    expect(waitingItems()).toEqual([])
    expect(await listWaiting('1:ali')).toHaveLength(1)
  })

  test.each([
    [409, 'conflict'],
    [400, 'refused'],
    [404, 'refused'],
    [500, 'refused'],
  ])('a refusal with %i is kept as %s, and the next goes on', async (status, state) => {
    answer = away
    await write('bad')
    await write('good')
    answer = (call) => (call.body.text === 'bad' ? problem(status, 'some.code') : made(call))
    send()
    await vi.waitFor(() => expect(sent).toEqual(['good']))
    expect(waitingItems()).toMatchObject([{ title: 'bad', state, problem: { code: 'some.code' } }])
  })

  test.each([401, 429, 503])('%i is no refusal: it goes on waiting', async (status) => {
    answer = away
    await write('first')
    answer = () => problem(status, 'not.now')
    send()
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    await vi.waitFor(() => expect(waitingItems()).toMatchObject([{ state: 'waiting' }]))
  })

  test('what is sent again after a conflict is another request', async () => {
    answer = away
    await write('bad')
    answer = () => problem(409, 'some.code')
    send()
    await vi.waitFor(() => expect(waitingItems()[0]?.state).toBe('conflict'))
    const [before] = waitingItems()
    if (!before) throw new Error('kept')
    answer = made
    await resendWaiting(before, { body: { text: 'nevertheless' } })
    await vi.waitFor(() => expect(sent).toEqual(['bad']))
    expect(calls.at(-1)?.body.text).toBe('nevertheless')
    expect(calls.at(-1)?.key).not.toBe(before.id)
  })

  test('what was tried so long ago that the server has forgotten its key is not repeated by itself', async () => {
    answer = away
    await write('old')
    const [item] = waitingItems()
    if (!item) throw new Error('kept')
    const old = { ...item, triedAt: Date.now() - 13.5 * 86_400_000 }
    expect(isTooLate(old)).toBe(true)
    expect(isTooLate({ ...old, triedAt: Date.now() - 12 * 86_400_000 })).toBe(false)
    // Never tried: it cannot have happened, however old.
    expect(isTooLate({ ...old, triedAt: null })).toBe(false)
    await putWaiting(old)
    answer = made
    send()
    await vi.waitFor(() => expect(waitingItems()).toMatchObject([{ state: 'late' }]))
    expect(calls).toEqual([])
  })
})

test('what the server refuses at once is told at once and kept nowhere', async () => {
  answer = () => problem(400, 'badInput')
  await expect(write('bad')).rejects.toBeInstanceOf(ApiProblem)
  expect(waitingItems()).toEqual([])
})
