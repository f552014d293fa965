import { testApp } from '@peyvand/platform/testing'
import { beforeEach, expect, test } from 'vitest'
import { introduceModulesEverywhere } from './introduce-modules.ts'
import { aFirm } from './testing.ts'

const tested = testApp()
const ask = async <T extends object>(text: string, values: unknown[] = []) =>
  (await tested.app.ownerPool.query<T>(text, values)).rows

let tenantId: number
beforeEach(async () => {
  tenantId = (await aFirm(tested.app)).firm.tenantId
})
const grantsOf = async (key: string) => {
  const [role] = await ask<{ grants: Record<string, string>; rights: string[] }>(
    'select grants, rights from roles where tenant_id = $1 and key = $2',
    [tenantId, key],
  )
  return { ...role?.grants, ...Object.fromEntries((role?.rights ?? []).map((right) => [right, 'right'])) }
}
const forget = (role: string, permission: string) =>
  ask(`update roles set grants = grants - $3, rights = rights - $3 where tenant_id = $1 and key = $2`, [
    tenantId,
    role,
    permission,
  ])

test('a permission that a later version brings comes to the ready roles, one that was taken away does not', async () => {
  const asMade = await grantsOf('manager')
  await forget('manager', 'parties.update')
  await forget('manager', 'parties.export')
  await ask(
    `update firm_modules set permissions = array_remove(permissions, 'parties.export')
     where tenant_id = $1 and module = 'parties'`,
    [tenantId],
  )
  await introduceModulesEverywhere(tested.app)
  const { 'parties.update': _taken, ...others } = asMade
  expect(await grantsOf('manager')).toEqual(others)
})

test('a module that the firm has not met seeds it once and its values appear', async () => {
  const groups = () => ask('select key from party_groups where tenant_id = $1 order by key', [tenantId])
  const values = () => ask('select key from list_values where tenant_id = $1 order by list, key', [tenantId])
  const before = [await groups(), await values()]
  await ask('delete from party_groups where tenant_id = $1', [tenantId])
  await ask(`delete from list_values where tenant_id = $1 and list = 'leadSources'`, [tenantId])
  await ask(`delete from firm_modules where tenant_id = $1 and module = 'parties'`, [tenantId])
  await introduceModulesEverywhere(tested.app)
  expect([await groups(), await values()]).toEqual(before)
})

test('nothing happens to a firm that has met everything', async () => {
  await ask('delete from party_groups where tenant_id = $1', [tenantId])
  await introduceModulesEverywhere(tested.app)
  expect(await ask('select key from party_groups where tenant_id = $1', [tenantId])).toEqual([])
})
