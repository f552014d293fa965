import { randomBytes } from 'node:crypto'
import { createFirm, directory } from '@peyvand/identity/server'
import { CreateParty } from '@peyvand/parties/contract'
import { createParty, listParties } from '@peyvand/parties/server'
import { ListQuery } from '@peyvand/platform/contract'
import {
  type App,
  createDatabase,
  createPool,
  createRegistry,
  migrateToLatest,
  withCtx,
} from '@peyvand/platform/server'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../apps/server/modules.ts'
import { startSystemPostgres, systemPostgres, type TestCluster } from '../platform/testing/cluster.ts'
import { makeTestTemplate, type TestTemplate } from '../platform/testing/test-template.ts'

const bin = systemPostgres()

let cluster: TestCluster
let database: TestTemplate
let app: App
const pools: { end(): Promise<void> }[] = []

// The whole schema on a PostgreSQL that somebody else runs, whose owner is no superuser.
beforeAll(async () => {
  if (!bin) return
  cluster = await startSystemPostgres(bin)
  database = await makeTestTemplate({
    admin: cluster.admin,
    version: randomBytes(8).toString('hex'),
    migrate: async (owner, roles) => void (await migrateToLatest(owner, modules, roles.app)),
  })
  const pool = createPool({ ...database.app, max: 4 })
  const ownerPool = createPool({ ...database.owner, max: 4 }, { preparedStatements: false })
  pools.push(pool, ownerPool)
  app = {
    pool,
    ownerPool,
    db: createDatabase(pool),
    registry: createRegistry(modules),
    now: () => new Date(),
    storage: { put: nothing, get: nothing, delete: nothing, check: nothing },
    live: { add: () => () => undefined, close: async () => undefined },
    directory,
    log: pino({ level: 'silent' }),
    secretKey: Buffer.alloc(32, 'only for tests'),
    publicUrl: 'http://localhost',
    insideHosts: [],
    defaultLocale: 'fa',
    ready: () => true,
  }
}, 120_000)
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  await cluster?.stop()
})

const nothing = () => Promise.reject(new Error('no files in this test'))

test.skipIf(!bin)(
  'an ordinary PostgreSQL without superuser holds the firms apart and finds Persian names',
  async () => {
    const { rows } = await app.ownerPool.query('select rolsuper from pg_roles where rolname = current_user')
    expect(rows).toEqual([{ rolsuper: false }])

    const mine = await aFirm('شرکت یک')
    const theirs = await aFirm('شرکت دو')
    await withCtx(app, {
      actor: mine,
      run: (ctx) =>
        createParty(
          ctx,
          CreateParty.parse({ kind: 'organization', name: 'شركت پيوند‌گستر', groups: ['customers'] }),
        ),
    })
    expect(await found(mine, 'پیوندگستر')).toEqual(['شرکت پیوند‌گستر'])
    expect(await found(mine, 'پیوند گستر')).toEqual(['شرکت پیوند‌گستر'])
    expect(await found(theirs, 'پیوند')).toEqual([])
  },
)

async function aFirm(name: string) {
  const administrator = {
    name: 'مدیر',
    email: `${randomBytes(4).toString('hex')}@example.com`,
    password: 'Kavir-1405-sabz',
  }
  const { tenantId, userId } = await createFirm(app, { name, locale: 'fa', administrator })
  const actor = await directory.actorOf(app, tenantId, userId)
  if (!actor) throw new Error('the administrator is not active')
  return actor
}

const found = (actor: Awaited<ReturnType<typeof aFirm>>, q: string) =>
  withCtx(app, {
    actor,
    readOnly: true,
    run: async (ctx) => (await listParties(ctx, ListQuery.parse({ q }))).items.map((party) => party.name),
  })
