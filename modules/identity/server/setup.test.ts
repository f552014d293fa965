import { StartupError } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { expect, test } from 'vitest'
import { directory } from './directory.ts'
import { setupFromEnvironment } from './setup.ts'
import { type Call, callApi } from './testing-calls.ts'

const tested = testApp()
const call = (request: Call) => callApi(tested, request)
const setup = {
  firmName: 'بازرگانی البرز',
  name: 'سارا رحیمی',
  email: 'Sara@Example.com',
  password: 'هفت اسب سفید در باران',
}

test('a weak password makes no firm, from the page or from the environment', async () => {
  const weak = await call({ path: '/setup', body: { ...setup, password: 'password123' } })
  expect([weak.status, weak.body.code]).toEqual([400, 'password.tooCommon'])
  const settings = { firm: 'x', email: 'a@b.ir', password: 'password123', locale: 'fa' } as const
  await expect(setupFromEnvironment(tested.app, settings)).rejects.toThrow(StartupError)
  await setupFromEnvironment(tested.app, undefined)
  expect(await directory.firmIds(tested.app)).toEqual([])
  expect((await call({ method: 'GET', path: '/setup' })).body).toMatchObject({ needed: true })
})

test('of several first visits at once exactly one makes the firm and is signed in', async () => {
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((who) => call({ path: '/setup', body: { ...setup, email: `${who}@example.com` } })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  const made = answers.find(({ status }) => status === 201)
  const session = await call({ method: 'GET', path: '/session', cookie: made?.cookie ?? '' })
  expect(session.body).toMatchObject({
    user: { name: 'سارا رحیمی', locale: 'fa' },
    firm: { name: 'بازرگانی البرز' },
    everything: true,
  })
  expect(await directory.firmIds(tested.app)).toHaveLength(1)
})

test('afterwards set-up is over, by page and by environment', async () => {
  expect((await call({ method: 'GET', path: '/setup' })).body).toMatchObject({ needed: false })
  expect((await call({ path: '/setup', body: setup })).body.code).toBe('setup.done')
  await setupFromEnvironment(tested.app, {
    firm: 'x',
    email: 'a@b.ir',
    password: setup.password,
    locale: 'en',
  })
  expect(await directory.firmIds(tested.app)).toHaveLength(1)
})
