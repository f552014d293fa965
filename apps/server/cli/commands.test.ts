import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from '@peyvand/platform/database'
import { createTestDatabase, type TestDatabase } from '@peyvand/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'

interface Answer {
  key: string
  checks: { ok: boolean }[]
}

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'peyvand-cli-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

/** Types a command at a terminal whose database is the one of this file. */
async function type(args: string, { locale = 'en' } = {}) {
  const { host, port, user, password } = database.owner
  const query = new URLSearchParams({ host: String(host), port: String(port) })
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(commands, args.split(' '), {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isInteractive: false,
    env: {
      LANG: locale,
      PEYVAND_DATA_DIR: folder,
      DATABASE_URL: `postgres://${user}:${String(password)}@/${database.name}?${query.toString()}`,
    },
  })
  const text = out.join('\n')
  return { code, text, error: err.join('\n'), json: () => JSON.parse(text) as Answer }
}

test('sets the firm up once, lists it and its users', async () => {
  const setup = 'setup --name Alborz --email Sara@Example.com --password correct-horse-battery'
  const made = await type(`${setup} --json`)
  expect(made).toMatchObject({ code: 0, error: '' })
  expect(made.json()).toEqual({ tenantId: 1, name: 'Alborz' })
  expect(await type(setup)).toMatchObject({ code: 1, text: '', error: 'Peyvand is set up already; sign in.' })
  expect((await type('firm list --json')).json()).toMatchObject({
    items: [{ tenantId: 1, name: 'Alborz', users: 1 }],
  })
  expect((await type('user list --firm 1')).text).toBe('1\tsara@example.com\tمدیر سامانه\tactive')
})

test('makes an API key and prints it as JSON', async () => {
  const made = await type('api-key create --user sara@example.com --scopes * --json')
  expect(made.json().key).toMatch(/^pvd_1_[\w-]{43}$/)
  const unknown = await type('api-key create --user sara@example.com --scopes parties.fly', {
    locale: 'fa_IR.UTF-8',
  })
  expect(unknown).toMatchObject({ code: 1, text: '' })
  expect(unknown.error).toContain('«parties.fly»')
  expect(await type('api-key create --user nobody@example.com')).toMatchObject({
    code: 1,
    error: 'No active user has this e-mail address.',
  })
})

test('a second firm of the same person asks which one a key is for', async () => {
  expect(
    (await type('firm create --name Damavand --email sara@example.com --known --json')).json(),
  ).toMatchObject({ tenantId: 2 })
  const key = 'api-key create --user sara@example.com --json'
  expect((await type(key)).error).toContain('several firms')
  expect((await type(`${key} --firm 2`)).json().key).toMatch(/^pvd_2_/)
})

test('resets a password by a link or at once, refusing weak ones', async () => {
  expect((await type('user reset-password --user sara@example.com')).text).toContain('/reset-password#')
  const weak = await type('user reset-password --user sara@example.com --password short')
  expect(weak).toMatchObject({ code: 1, error: 'The password needs at least 10 characters.' })
  expect(
    (await type('user reset-password --user sara@example.com --password another-long-phrase --json')).json(),
  ).toEqual({
    ok: true,
  })
})

test('verifies the audit log and fails when it was tampered with', async () => {
  expect(await type('audit verify')).toMatchObject({ code: 0 })
  await withClient(database.owner, async (client) => {
    await client.query(
      `insert into audit_seals (tenant_id, day, seq, audit_id, hash)
       select tenant_id, current_date, 1, id, 'made up' from audit_log where tenant_id = 1 limit 1`,
    )
  })
  const found = await type('audit verify --json')
  expect(found.code).toBe(1)
  expect(found.json()).toMatchObject({
    ok: false,
    firms: [{ faults: [{ kind: 'changed' }] }, { faults: [] }],
  })
})

test('the doctor finds a healthy installation, and what is wrong with another', async () => {
  const healthy = await type('doctor --json')
  expect(healthy.json().checks.filter(({ ok }) => !ok)).toEqual([])
  expect(healthy.code).toBe(0)
  await withClient(database.owner, (client) =>
    client.query(`delete from schema_migrations where id = (select max(id) from schema_migrations)`),
  )
  const sick = await type('doctor', { locale: 'fa_IR.UTF-8' })
  expect(sick.code).toBe(1)
  expect(sick.text).toContain('✗ 1 گام از ساختار پایگاه داده مانده است')

  writeFileSync(join(folder, 'secret.key'), 'short')
  expect((await type('doctor')).text).toContain('does not hold a key')
})

test('every command explains itself in both languages', async () => {
  for (const { name, summary, options } of commands) {
    for (const [locale, text] of [
      ['en', summary.en],
      ['fa', summary.fa],
    ] as const) {
      const help = await type(`${name} --help`, { locale })
      expect(help.code, name).toBe(0)
      expect(help.text).toContain(text)
      for (const option of Object.keys(options)) expect(help.text).toContain(`--${option}`)
    }
  }
})

test('what is not understood ends with 2 and shows the help', async () => {
  expect(await type('fly')).toMatchObject({ code: 2, text: '' })
  expect((await type('firm create')).error).toContain('--name is required')
  expect((await type('firm list --bogus')).code).toBe(2)
  expect((await type('user list extra')).code).toBe(2)
  expect((await type('setup --name x --email nonsense --password whatever-it-is')).code).toBe(2)
})
