import { testApp } from '@peyvand/platform/testing'
import { describe, expect, test } from 'vitest'

const { app } = lazily(testApp())

/** Tables without a firm: facts of the whole installation. */
const installationTables = ['schema_migrations', 'calendar_days', 'job_workers']

const query = async <T>(sql: string): Promise<T[]> => (await app().ownerPool.query(sql)).rows as T[]

const tenantTables = `
  select c.oid, c.relname as name, c.relrowsecurity as secured
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')
    and c.relname <> all('{${installationTables.join(',')}}')`

describe('the schema keeps the rules that isolate firms and let the data be sharded', () => {
  test('every table of firms begins with tenant_id and its primary key too', async () => {
    const rows = await query<{ name: string; first: string; key: string | null }>(`
      select t.name,
        (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = 1) as first,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indrelid = t.oid and i.indisprimary) as key
      from (${tenantTables}) t`)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((row) => row.first !== 'tenant_id' || row.key !== 'tenant_id')).toEqual([])
  })

  test('every unique index contains tenant_id', async () => {
    const rows = await query(`
      select t.name, i.indexrelid::regclass::text as index from (${tenantTables}) t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      where not exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnum = any(i.indkey)
      )`)
    expect(rows).toEqual([])
  })

  test('every foreign key contains tenant_id and never sets null', async () => {
    const rows = await query(`
      select t.name, k.conname from (${tenantTables}) t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      where k.confdeltype in ('n', 'd') or not exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnum = any(k.conkey)
      )`)
    expect(rows).toEqual([])
  })

  test('row-level security by the firm holds on every table, with no sub-select in its policies', async () => {
    const unsecured = await query(`select name from (${tenantTables}) t where not secured`)
    expect(unsecured).toEqual([])
    const policies = await query<{ tablename: string; qual: string; with_check: string }>(
      `select tablename, qual, with_check from pg_policies where schemaname = 'public'`,
    )
    for (const { tablename, qual, with_check } of policies) {
      for (const text of [qual, with_check]) {
        expect(text, tablename).toContain("current_setting('app.tenant_id'")
        expect(text.toLowerCase(), tablename).not.toContain('select ')
      }
    }
    const names = new Set(policies.map((policy) => policy.tablename))
    const bare = (await query<{ name: string }>(`select name from (${tenantTables}) t`)).filter(
      (t) => !names.has(t.name),
    )
    expect(bare).toEqual([])
  })

  test('no table has a trigger of ours', async () => {
    const rows = await query(`
      select tgrelid::regclass::text as table, tgname from pg_trigger g
      join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not tgisinternal and n.nspname = 'public'`)
    expect(rows).toEqual([])
  })

  test('functions that pass row-level security take the firm from the transaction alone', async () => {
    const rows = await query<{ name: string; body: string; config: string[] | null }>(`
      select p.proname as name, p.prosrc as body, p.proconfig as config from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prosecdef`)
    for (const { name, config } of rows) {
      expect(
        config?.some((setting) => setting.startsWith('search_path=')),
        name,
      ).toBe(true)
    }
    const searching = rows.filter(({ name }) => name.startsWith('search_'))
    expect(searching.length).toBeGreaterThan(0)
    for (const { name, body } of searching) expect(body, name).toContain('app.tenant_id')
  })

  test('the working role owns nothing and cannot change what is only added to', async () => {
    const owned = await query(`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relowner = (select oid from pg_roles where rolname = '${await workingRole()}')`)
    expect(owned).toEqual([])
    await expect(app().pool.query('delete from audit_log')).rejects.toThrow(/permission denied/)
    await expect(app().pool.query("update audit_seals set hash = ''")).rejects.toThrow(/permission denied/)
    await expect(app().pool.query('select * from graphile_worker._private_jobs')).rejects.toThrow(
      /permission denied/,
    )
  })

  test('without a firm the working role sees no rows of any', async () => {
    for (const { name } of await query<{ name: string }>(`select name from (${tenantTables}) t`)) {
      const { rows } = await app().pool.query(`select count(*)::int as count from ${name}`)
      expect(rows, name).toEqual([{ count: 0 }])
    }
  })
})

async function workingRole(): Promise<string> {
  const { rows } = await app().pool.query<{ role: string }>('select current_user as role')
  return rows[0]?.role ?? ''
}

function lazily(tested: ReturnType<typeof testApp>) {
  return { app: () => tested.app }
}
