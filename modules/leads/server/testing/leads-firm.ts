import { aFirm, aTeam, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Party } from '@peyvand/parties/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll } from 'vitest'
import type { Lead, LeadRow } from '../../contract/index.ts'

// Sunday 1405/09/01, half past eleven in Tehran; the usual week works from eight to five.
const start = Date.parse('2026-11-22T08:00:00.000Z')

/** Who is there: an administrator, two sellers of a team, one without leads, somebody of another firm. */
interface People {
  admin: Actor
  api: Caller
  one: Actor
  two: Actor
  seller: Caller
  low: Caller
  stranger: Caller
  team: string
  sources: { id: string; key: string }[]
  reasons: { id: string }[]
}

/** A firm with leads for one file of tests, its clock, and what all its tests do. */
export function leadsFirm() {
  let minutes = 0
  const tested = testApp({ now: () => new Date(start + minutes * 60_000) })
  const people = {} as People

  beforeAll(async () => {
    const admin = await aFirm(tested.app)
    const api = await callerOf(tested, admin)
    const team = await aTeam(tested.app, admin.firm)
    const one = await aUser(tested.app, admin.firm, { name: 'الهام یک', teamIds: [team] })
    const two = await aUser(tested.app, admin.firm, { name: 'بابک دو', teamIds: [team] })
    const lists = await api.get<{ items: { key: string; values: { id: string; key: string }[] }[] }>(
      '/value-lists',
    )
    const valuesOf = (key: string) => lists.body.items.find((list) => list.key === key)?.values ?? []
    Object.assign(people, {
      admin,
      api,
      team,
      one,
      two,
      seller: await callerOf(tested, one),
      low: await callerOf(tested, await aUser(tested.app, admin.firm, { name: 'پروین سه' })),
      stranger: await callerOf(tested, await aFirm(tested.app)),
      sources: valuesOf('sources'),
      reasons: valuesOf('unfitReasons'),
    } satisfies People)
  })

  return {
    tested,
    people,
    pass: (more: number) => {
      minutes += more
    },
    leadOf: async (id: string, by = people.api) =>
      (await done(by.get<{ lead: Lead | null }>(`/parties/${id}/lead`))).lead as Lead,
    leads: async (by: Caller, query = '') =>
      (await done(by.get<{ items: LeadRow[] }>(`/leads?sort=name${query}`))).items,
    aLead: (lastName: string, rest: object = {}) =>
      done(people.api.post<Party>('/parties', { kind: 'person', lastName, groups: ['leads'], ...rest })),
  }
}

export type LeadsFirm = ReturnType<typeof leadsFirm>

/** The body of an answer; whatever is not done fails the test with its problem. */
export async function done<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

/** A filter as it stands in an address. */
export const filterOf = (field: string, value: unknown): string =>
  encodeURIComponent(JSON.stringify({ field, op: 'in', value }))
