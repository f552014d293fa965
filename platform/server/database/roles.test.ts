import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  startSystemPostgres,
  startTestCluster,
  systemPostgres,
  type TestCluster,
} from '../../testing/cluster.ts'
import { appRoleName, type DatabaseRoles, prepareDatabase } from './roles.ts'
import { testDatabase } from './self-test.ts'
import { withClient } from './with-client.ts'

const secretKey = randomBytes(32)
const bin = systemPostgres()
const servers = [
  { name: 'the bundled PostgreSQL', start: startTestCluster },
  ...(bin ? [{ name: 'an ordinary PostgreSQL', start: () => startSystemPostgres(bin) }] : []),
]
test.runIf(bin)('an ordinary PostgreSQL of the system is among the servers', () => {
  expect(servers).toHaveLength(2)
})

describe.each(servers)('on $name, its owner being no superuser', ({ start }) => {
  let cluster: TestCluster
  let owner: pg.ConnectionConfig
  let roles: DatabaseRoles

  beforeAll(async () => {
    cluster = await start()
    owner = await makeDatabase(cluster, 'firm_one', 'CREATEROLE')
    // Brings functions into the schema that are not the owner's to grant.
    await run(
      { ...cluster.admin, database: 'firm_one' },
      'CREATE EXTENSION pgcrypto; REVOKE ALL ON FUNCTION gen_salt(text) FROM PUBLIC',
    )
    roles = await prepareDatabase({ ownerConfig: owner, secretKey })
    await run(
      owner,
      `CREATE TABLE parties (tenant_id int NOT NULL, name text);
       ALTER TABLE parties ENABLE ROW LEVEL SECURITY;
       CREATE POLICY tenant ON parties USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::int);
       INSERT INTO parties VALUES (1, 'کاوه'), (2, 'آرش');
       CREATE FUNCTION search_parties(part text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
         SET search_path = public, pg_temp AS $$
         SELECT name FROM parties WHERE tenant_id = current_setting('app.tenant_id')::int AND name LIKE '%' || part || '%' $$`,
    )
  }, 60_000)
  afterAll(() => cluster.stop())

  test('the role at work owns nothing and is held by row-level security', async () => {
    expect(roles.app.user ?? '').toBe(appRoleName('firm_one'))
    const [row] = await run(
      roles.app,
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
       FROM pg_roles WHERE rolname = current_user`,
    )
    expect(row).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    })
  })

  test('it sees and writes the rows of the named firm alone, and none without a firm', async () => {
    expect(await run(roles.app, 'SELECT name FROM parties')).toEqual([])
    expect(await inFirm(1, 'SELECT name FROM parties')).toEqual([{ name: 'کاوه' }])
    expect(await inFirm(1, `SELECT search_parties('ا') AS name`)).toEqual([{ name: 'کاوه' }])
    expect(await inFirm(2, `SELECT search_parties('ا') AS name`)).toEqual([])
    await expect(inFirm(1, `INSERT INTO parties VALUES (2, 'دزد')`)).rejects.toThrow(/row-level security/)
    expect(await inFirm(1, 'UPDATE parties SET name = name WHERE tenant_id = 2 RETURNING 1')).toEqual([])
  })

  test('it can neither switch the policies off nor change tables', async () => {
    for (const sql of [
      'ALTER TABLE parties DISABLE ROW LEVEL SECURITY',
      'DROP POLICY tenant ON parties',
      'TRUNCATE parties',
      'CREATE TABLE mine (n int)',
      'SET ROLE firm_one_owner',
    ])
      await expect(run(roles.app, sql)).rejects.toThrow(/permission denied|must be owner/)
  })

  test('preparing again, in several processes at once, gives the same sign-in and returns no right', async () => {
    await run(owner, `REVOKE DELETE ON parties FROM ${appRoleName('firm_one')}`)
    const again = await Promise.all([1, 2, 3].map(() => prepareDatabase({ ownerConfig: owner, secretKey })))
    for (const other of again) expect(other).toEqual(roles)
    await expect(run(roles.app, 'DELETE FROM parties')).rejects.toThrow(/permission denied/)
  })

  test('a URL with a socket folder works, and another key sets another password', async () => {
    const host = encodeURIComponent(owner.host ?? '')
    const connectionString = `postgres://${owner.user}:${String(owner.password)}@/firm_one?host=${host}&port=${owner.port}`
    const other = await prepareDatabase({ ownerConfig: { connectionString }, secretKey: randomBytes(32) })
    expect(await run(other.app, 'SELECT current_user AS me')).toEqual([{ me: 'firm_one_app' }])
    await expect(run(roles.app, 'SELECT 1')).rejects.toThrow(/password/)
    await prepareDatabase({ ownerConfig: owner, secretKey })
    expect(await run(roles.app, 'SELECT current_user AS me')).toEqual([{ me: 'firm_one_app' }])
  })

  test('a role of the administrator is taken, unless it is the owner or stronger than policies', async () => {
    await run(
      cluster.admin,
      `CREATE ROLE mine LOGIN PASSWORD 'mine'; CREATE ROLE strong LOGIN BYPASSRLS PASSWORD 'strong'`,
    )
    const host = encodeURIComponent(owner.host ?? '')
    const urlOf = (login: string) => `postgres://${login}@/firm_one?host=${host}&port=${owner.port}`
    const given = await prepareDatabase({ ownerConfig: owner, secretKey, appUrl: urlOf('mine:mine') })
    expect(await run(given.app, 'SELECT current_user AS me, count(*)::int AS n FROM parties')).toEqual([
      { me: 'mine', n: 0 },
    ])
    await expect(
      prepareDatabase({ ownerConfig: owner, secretKey, appUrl: urlOf('strong:strong') }),
    ).rejects.toMatchObject({ code: 'database.appRoleTooStrong' })
    const asOwner = urlOf(`${owner.user}:${String(owner.password)}`)
    await expect(prepareDatabase({ ownerConfig: owner, secretKey, appUrl: asOwner })).rejects.toMatchObject({
      code: 'database.noAppRole',
    })
  })

  test('a role new to a database that has tables already may use them', async () => {
    await run(cluster.admin, 'ALTER DATABASE firm_one RENAME TO firm_renamed')
    owner = { ...owner, database: 'firm_renamed' }
    roles = await prepareDatabase({ ownerConfig: owner, secretKey })
    expect(roles.app.user ?? '').toBe('firm_renamed_app')
    expect(await inFirm(1, `SELECT search_parties('ا') AS name`)).toEqual([{ name: 'کاوه' }])
    expect(await inFirm(1, `INSERT INTO parties VALUES (1, 'گیو') RETURNING name`)).toEqual([{ name: 'گیو' }])
  })

  test('an owner who may not make roles is refused with an explanation, unless one role is allowed', async () => {
    const weak = await makeDatabase(cluster, 'firm_weak', '')
    await expect(prepareDatabase({ ownerConfig: weak, secretKey })).rejects.toMatchObject({
      code: 'database.noAppRole',
      message: expect.stringContaining('CREATEROLE'),
    })
    const single = await prepareDatabase({ ownerConfig: weak, secretKey, allowSingleRole: true })
    expect(single).toMatchObject({ singleRole: true, app: { user: weak.user } })
  })

  test('the self-test is content', async () => {
    const findings = await withClient(owner, testDatabase)
    expect(findings.filter((finding) => !finding.ok)).toEqual([])
    expect(findings.length).toBeGreaterThanOrEqual(5)
  })

  test('the self-test says what is wrong with a database that cannot do Persian', async () => {
    await run(
      cluster.admin,
      `CREATE DATABASE deaf TEMPLATE template0 LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`,
    )
    const deaf = { ...cluster.admin, database: 'deaf' }
    const missing = await withClient(deaf, testDatabase)
    expect(codes(missing)).toEqual(['database.extensions', 'database.persianSearch'])
    await run(deaf, 'CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gin')
    const findings = await withClient(deaf, testDatabase)
    expect(codes(findings)).toEqual(['database.persianSearch'])
    expect(findings.find((finding) => !finding.ok)?.message.en).toContain("LC_CTYPE 'C.UTF-8'")

    await run(
      cluster.admin,
      `CREATE DATABASE latin TEMPLATE template0 LOCALE_PROVIDER libc ENCODING 'LATIN1' LOCALE 'C'`,
    )
    expect(codes(await withClient({ ...cluster.admin, database: 'latin' }, testDatabase))).toContain(
      'database.encoding',
    )
  })

  function inFirm(tenantId: number, sql: string) {
    return withClient(roles.app, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant_id = ${tenantId}`)
      const { rows } = await client.query(sql)
      await client.query('COMMIT')
      return rows
    })
  }
})

const codes = (findings: { code: string; ok: boolean }[]) =>
  findings.filter((finding) => !finding.ok).map((finding) => finding.code)

async function makeDatabase(
  { admin }: TestCluster,
  database: string,
  rights: string,
): Promise<pg.ConnectionConfig> {
  const user = `${database}_owner`
  await run(admin, `CREATE ROLE ${user} LOGIN ${rights} PASSWORD 'secret'`)
  await run(admin, `CREATE DATABASE ${database} OWNER ${user}`)
  return { ...admin, user, password: 'secret', database }
}

async function run(config: pg.ConnectionConfig, sql: string): Promise<unknown[]> {
  return withClient(config, async (client) => (await client.query(sql)).rows)
}
