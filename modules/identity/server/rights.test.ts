import { describe, expect, test } from 'vitest'
import { beyond, combineRoles, narrowTo, type RoleRights } from './rights.ts'

const role = (given: Partial<RoleRights>): RoleRights => ({
  everything: false,
  grants: {},
  rights: [],
  fieldRules: {},
  limits: {},
  ...given,
})

describe('several roles together', () => {
  test('the widest scope counts and rights add up', () => {
    const { grants } = combineRoles([
      role({ grants: { 'parties.read': 'own', 'parties.update': 'team' }, rights: ['parties.export'] }),
      role({ grants: { 'parties.read': 'subtree' } }),
    ])
    expect(grants).toEqual({ 'parties.read': 'subtree', 'parties.update': 'team', 'parties.export': 'all' })
  })

  test('of a field the mildest rule counts, and none where one of the roles has none', () => {
    const rules = (...fieldRules: RoleRights['fieldRules'][]) =>
      combineRoles(fieldRules.map((rule) => role({ grants: { 'parties.read': 'all' }, fieldRules: rule })))
        .fieldRules
    expect(rules({ 'parties.phones': 'hidden' }, { 'parties.phones': 'masked' })).toEqual({
      'parties.phones': 'masked',
    })
    expect(rules({ 'parties.phones': 'hidden' }, {})).toEqual({})
  })

  test('a role that does not touch a record does not uncover its fields', () => {
    const { fieldRules } = combineRoles([
      role({ grants: { 'parties.read': 'all' }, fieldRules: { 'parties.phones': 'hidden' } }),
      role({ grants: { 'activities.read': 'all' } }),
    ])
    expect(fieldRules).toEqual({ 'parties.phones': 'hidden' })
  })
})

describe('nobody gives more than they have', () => {
  const mine = combineRoles([
    role({
      grants: { 'parties.read': 'team' },
      rights: ['parties.export'],
      fieldRules: { 'parties.phones': 'masked' },
    }),
  ])
  const covered = { 'parties.phones': 'hidden' } as const

  test.each([
    ['the same', role({ grants: { 'parties.read': 'team' }, fieldRules: covered }), []],
    ['less', role({ grants: { 'parties.read': 'own' }, fieldRules: covered }), []],
    ['a wider scope', role({ grants: { 'parties.read': 'all' }, fieldRules: covered }), ['parties.read']],
    [
      'another permission',
      role({ grants: { 'parties.delete': 'own' }, fieldRules: covered }),
      ['parties.delete'],
    ],
    ['another right', role({ rights: ['roles.manage'] }), ['roles.manage']],
    ['an uncovered field', role({ grants: { 'parties.read': 'own' } }), ['parties.phones']],
    ['everything', role({ everything: true }), ['*']],
  ])('%s', (_name, given, expected) => {
    expect(beyond(mine, combineRoles([given]))).toEqual(expected)
  })

  test('an administrator may give everything', () => {
    expect(
      beyond(combineRoles([role({ everything: true })]), combineRoles([role({ everything: true })])),
    ).toEqual([])
  })
})

describe("an API key's scopes", () => {
  const user = combineRoles([
    role({ grants: { 'parties.read': 'own' }, fieldRules: { 'parties.phones': 'hidden' } }),
  ])

  test('let through what the user has and no more', () => {
    expect(narrowTo(user, ['parties.read', 'parties.delete'])).toEqual({
      everything: false,
      grants: { 'parties.read': 'own' },
      fieldRules: { 'parties.phones': 'hidden' },
      limits: {},
    })
    expect(narrowTo(user, ['*'])).toEqual(user)
  })

  test("narrow an administrator's too", () => {
    const everything = combineRoles([role({ everything: true })])
    expect(narrowTo(everything, ['parties.read'])).toEqual({
      everything: false,
      grants: { 'parties.read': 'all' },
      fieldRules: {},
      limits: {},
    })
  })
})

test('limits to parts of a record type add up; a role on the type without one lifts them, another role does not', () => {
  const limited = (parts: string[]) => role({ grants: { 'parties.read': 'all' }, limits: { parties: parts } })
  const both = combineRoles([limited(['customers']), limited(['leads', 'customers'])])
  expect(both.limits).toEqual({ parties: ['customers', 'leads'] })
  expect(combineRoles([limited(['leads']), role({ grants: { 'tickets.read': 'all' } })]).limits).toEqual({
    parties: ['leads'],
  })
  expect(combineRoles([limited(['leads']), role({ grants: { 'parties.read': 'own' } })]).limits).toEqual({})
  expect(beyond(combineRoles([limited(['leads'])]), both)).toEqual(['parties'])
  expect(beyond(both, combineRoles([limited(['leads'])]))).toEqual([])
  expect(beyond(both, combineRoles([role({ grants: { 'parties.read': 'own' } })]))).toEqual(['parties'])
})
