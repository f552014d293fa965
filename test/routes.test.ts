import { apiPrefix } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { describe, expect, test } from 'vitest'
import { modules } from '../apps/server/modules.ts'

const tested = testApp()
const routes = modules.flatMap(({ routes: handlers = [] }) => handlers.map(({ route }) => route))
const nobody = '00000000-0000-7000-8000-000000000000'
const addressOf = (path: string) => apiPrefix + path.replace(/:\w+/g, nobody)
const closed = routes.filter(({ permission }) => permission !== 'public')

describe('every route that is not public', () => {
  test.each(closed.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers 401 without a session',
    async (_name, { method, path }) => {
      const answer = await tested.server.inject({ method, url: addressOf(path) })
      expect(answer.statusCode).toBe(401)
      expect(answer.json()).toMatchObject({ code: 'unauthenticated', status: 401 })
    },
  )
})

describe('texts', () => {
  const keys = new Set(modules.flatMap((module) => Object.keys(module.texts.fa)))

  test('every error code has a text', () => {
    const codes = new Set([
      ...modules.flatMap((module) => Object.keys(module.errors ?? {})),
      ...routes.flatMap((route) => route.errors ?? []),
    ])
    expect([...codes].filter((code) => !keys.has(`error.${code}`))).toEqual([])
  })
})
