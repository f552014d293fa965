import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineEvent } from '../contract/index.ts'
import { testApp } from '../testing/index.ts'
import { systemActor } from './actor.ts'
import { gatherRows } from './gather-rows.ts'
import { newId } from './ids.ts'
import { json } from './sql.ts'
import { withCtx } from './transaction.ts'

const tested = testApp()
const actorOf = (tenantId: number) =>
  systemActor({ tenantId, name: 'شرکت', timeZone: 'Asia/Tehran', moneyUnit: 'rial' })
const [mine, theirs] = [actorOf(71), actorOf(72)]

const operation = (tenantId: number) => ({
  tenantId,
  id: newId(),
  kind: 'test',
  state: 'done' as const,
  input: json({}),
  result: json({}),
  checkpoint: json({}),
  total: 1,
})

test('a firm sees its own rows and never those of another', async () => {
  await tested.committed(mine, (ctx) => ctx.db.insertInto('operations').values(operation(71)).execute())
  const seen = (tenant: typeof mine) =>
    tested.committed(tenant, (ctx) => ctx.db.selectFrom('operations').select('tenantId').execute())
  expect(await seen(mine)).toEqual([{ tenantId: 71 }])
  expect(await seen(theirs)).toEqual([])
})

test('a row for another firm is refused by the database itself', async () => {
  await expect(
    tested.committed(mine, (ctx) => ctx.db.insertInto('operations').values(operation(72)).execute()),
  ).rejects.toThrow(/row-level security/)
})

test('the firm of a transaction does not stay on its connection', async () => {
  await tested.committed(mine, async (ctx) => sql`select 1`.execute(ctx.db))
  for (let round = 0; round < 5; round += 1) {
    const { rows } = await tested.app.pool.query("select current_setting('app.tenant_id', true) as tenant")
    expect(rows[0].tenant ?? '').toBe('')
  }
})

test('a reading transaction cannot write', async () => {
  const write = withCtx(tested.app, {
    actor: mine,
    readOnly: true,
    run: (ctx) => ctx.db.insertInto('operations').values(operation(71)).execute(),
  })
  await expect(write).rejects.toThrow(/read-only transaction/)
})

test('events, audit entries and messages are written with the change, and go with it when it fails', async () => {
  const happened = defineEvent('test.happened', z.object({ n: z.number() }))
  const act = (fail: boolean) =>
    tested.committed(mine, async (ctx) => {
      ctx.emit(happened, { n: 1 })
      ctx.audit({ action: 'create', record: 'things', label: 'چیز' })
      ctx.live({ topic: 'things', id: newId() })
      if (fail) throw new Error('changed my mind')
    })
  await expect(act(true)).rejects.toThrow('changed my mind')
  expect(await counts()).toEqual({ outbox: 0, audit: 0 })
  await act(false)
  expect(await counts()).toEqual({ outbox: 1, audit: 1 })
})

const counts = () =>
  tested.committed(mine, async ({ db }) => ({
    outbox: (await db.selectFrom('outbox').select('id').execute()).length,
    audit: (await db.selectFrom('auditLog').select('id').execute()).length,
  }))

test('a write that nobody waits for happens with the change, and where it fails the change does not happen', async () => {
  const act = (tenantId: number) =>
    tested.committed(mine, async (ctx) => {
      ctx.write(ctx.db.insertInto('operations').values(operation(tenantId)))
      return ctx.db.selectFrom('operations').select(sql<number>`count(*)::int`.as('n')).executeTakeFirst()
    })
  const before = await operations()
  expect(await act(71)).toEqual({ n: before + 1 })
  await expect(act(72)).rejects.toThrow(/row-level security/)
  expect(await operations()).toBe(before + 1)
})

test('gathered writes go in their order before the next question, and none of them where one fails', async () => {
  const recordId = newId()
  const act = (tenantId: number) =>
    tested.committed(mine, async (ctx) => {
      ctx.gather(
        'outbox',
        sql`insert into outbox (tenant_id, id, name, payload) values (71, ${recordId}, 'a', '{}')`,
      )
      gatherRows(ctx, 'operations', [{ ...operation(tenantId), input: {}, result: {}, checkpoint: {} }])
      ctx.gather('outbox', sql`update outbox set name = name || 'b' where id = ${recordId}`)
      const named = ctx.db.selectFrom('outbox').select('name').where('id', '=', recordId)
      const seen = await named.executeTakeFirst()
      ctx.gather('outbox', sql`delete from outbox where id = ${recordId}`)
      return seen
    })
  const before = await operations()
  expect(await act(71)).toEqual({ name: 'ab' })
  await expect(act(72)).rejects.toThrow(/row-level security/)
  expect(await operations()).toBe(before + 1)
  expect(await counts()).toMatchObject({ outbox: 1 })
})

test('gathered rows of one kind go along with each other, except one that replaces another', async () => {
  const ids = [newId(), newId(), newId()] as const
  const row = (id: string, name: string) => ({ tenantId: 71, id, name, payload: {} })
  const replaced = { key: ['tenantId', 'id'], set: ['name'] } as const
  const written = await tested.committed(mine, async (ctx) => {
    for (const [n, id] of ids.entries()) gatherRows(ctx, 'outbox', [row(id, `row ${n}`)], replaced)
    gatherRows(ctx, 'outbox', [row(ids[0], 'replaced')], replaced)
    const rows = await ctx.db
      .selectFrom('outbox')
      .select(['name', sql<string>`cmin::text`.as('statement')])
      .where('id', 'in', [...ids])
      .execute()
    ctx.gather('outbox', sql`delete from outbox where id = any(${sql.val([...ids])}::uuid[])`)
    return new Map(rows.map(({ name, statement }) => [name, Number(statement)]))
  })
  expect([...written.keys()].toSorted()).toEqual(['replaced', 'row 1', 'row 2'])
  expect(written.get('row 1')).toBe(written.get('row 2'))
  expect(written.get('replaced')).toBeGreaterThan(written.get('row 1') as number)
})

test('an error that a use case swallows still keeps the transaction from being committed', async () => {
  const before = await operations()
  const swallow = tested.committed(mine, async ({ db }) => {
    await db.insertInto('operations').values(operation(71)).execute()
    await sql`select 1 / 0`.execute(db).catch(() => undefined)
  })
  await expect(swallow).rejects.toThrow('division by zero')
  expect(await operations()).toBe(before)
})

test('what still runs when its transaction has failed writes nothing afterwards', async () => {
  const before = await operations()
  let late: Promise<unknown> = Promise.resolve()
  const failed = tested.committed(mine, async ({ db }) => {
    const slow = async () => {
      await sql`select pg_sleep(0.05)`.execute(db)
      await db.insertInto('operations').values(operation(71)).execute()
    }
    late = slow()
    late.catch(() => undefined)
    await Promise.all([late, Promise.reject(new Error('refused'))])
  })
  await expect(failed).rejects.toThrow('refused')
  await expect(late).rejects.toThrow('the transaction is over')
  expect(await operations()).toBe(before)
})

const operations = () =>
  tested.committed(mine, async ({ db }) => (await db.selectFrom('operations').select('id').execute()).length)
