import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../testing/index.ts'
import { systemActor } from './actor.ts'
import { sealAudit, verifyAudit } from './audit-seal.ts'

let today = new Date('2026-11-22T08:00:00Z')
const tested = testApp({ now: () => today })
const actor = systemActor({ tenantId: 71, name: 'شرکت', timeZone: 'Asia/Tehran', moneyUnit: 'rial' })

const record = (label: string) =>
  tested.committed(actor, async (ctx) =>
    ctx.audit({
      action: 'update',
      record: 'parties',
      label,
      changes: { name: { from: 'ب', to: 'الف' }, a: { to: 1 } },
    }),
  )
const seal = () => tested.committed(actor, sealAudit)
const verify = () => tested.committed(actor, verifyAudit)

beforeAll(async () => {
  for (const label of ['یک', 'دو', 'سه']) await record(label)
  await seal()
  today = new Date('2026-11-23T08:00:00Z')
  await record('چهار')
  await seal()
  await record('پنج')
})

test('an untouched log verifies over several days, and tells what is not sealed yet', async () => {
  expect(await verify()).toMatchObject({ sealed: 4, total: 4, unsealed: 1, faults: [], next: null })
  expect(await seal()).toBe(1)
  expect(await seal()).toBe(0)
  expect(await verify()).toMatchObject({ sealed: 5, unsealed: 0, faults: [] })
  const part = (after?: { day: string; seq: number }) =>
    tested.committed(actor, (ctx) => verifyAudit(ctx, { after, limit: 2 }))
  expect(await part()).toMatchObject({ sealed: 2, total: 5, faults: [], next: '2026-11-22.2' })
  expect(await part({ day: '2026-11-22', seq: 2 })).toMatchObject({
    sealed: 2,
    faults: [],
    next: '2026-11-23.1',
  })
  expect(await part({ day: '2026-11-23', seq: 1 })).toMatchObject({ sealed: 1, faults: [], next: null })
})

test('an entry whose transaction ended after later ones were sealed is sealed too', async () => {
  await tested.app.ownerPool.query(
    `insert into audit_log (tenant_id, id, at, actor_name, via, action, record, changes)
     select 71, overlay(id::text placing '0000' from 15)::uuid, at, actor_name, via, action, record, changes
     from audit_log where label = 'پنج'`,
  )
  expect(await seal()).toBe(1)
  expect((await verify()).unsealed).toBe(0)
  await tested.app.ownerPool.query(
    `delete from audit_seals where seq = (select max(seq) from audit_seals) and day = '2026-11-23'`,
  )
  await tested.app.ownerPool.query(`delete from audit_log where label is null`)
})

test('an entry changed behind the program is found', async () => {
  await tested.app.ownerPool.query(`update audit_log set label = 'دیگر' where label = 'دو'`)
  expect((await verify()).faults).toMatchObject([{ seq: 2, kind: 'changed' }])
  await tested.app.ownerPool.query(`update audit_log set label = 'دو' where label = 'دیگر'`)
  expect((await verify()).faults).toEqual([])
})

test('an entry removed behind the program is found', async () => {
  await tested.app.ownerPool.query(`delete from audit_log where label = 'سه'`)
  expect((await verify()).faults).toMatchObject([{ seq: 3, kind: 'missing' }])
})

test('a removed seal leaves a gap that is found', async () => {
  await tested.app.ownerPool.query(`delete from audit_seals where seq = 1 and day = '2026-11-22'`)
  expect((await verify()).faults.map((fault) => fault.kind)).toContain('gap')
})
