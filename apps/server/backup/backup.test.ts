import { appendFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTestDatabase, type TestDatabase } from '@peyvand/platform/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../cli/commands.ts'
import { runCommand } from '../cli/run-command.ts'
import { lastDue } from './nightly-backups.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'peyvand-backup-'))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Types a command; without `url` on a machine with nothing but its own folder. */
async function type(args: string[], { dataDir, url }: { dataDir: string; url?: string }) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(commands, [...args, '--json'], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isInteractive: false,
    env: { LANG: 'en', PEYVAND_DATA_DIR: dataDir, ...(url ? { DATABASE_URL: url } : {}) },
  })
  return { code, error: err.join('\n'), json: out[0] ? (JSON.parse(out[0]) as Record<string, never>) : {} }
}

const firstMachine = () => {
  const { host, port, user, password } = database.owner
  const query = new URLSearchParams({ host: String(host), port: String(port) })
  return {
    dataDir: join(folder, 'first'),
    url: `postgres://${user}:${String(password)}@/${database.name}?${query.toString()}`,
  }
}
const emptyMachine = (name: string) => ({ dataDir: join(folder, name) })
const usersOf = async (machine: { dataDir: string; url?: string }) =>
  (await type(['user', 'list', '--firm', '1'], machine)).json

const exported = async (machine: { dataDir: string; url?: string }) => {
  const path = join(folder, 'parties.csv')
  await type(['export', path], machine)
  return readFile(path, 'utf8')
}

describe('a backup', () => {
  test('brings an empty machine, by one command, to what the first one had', {
    timeout: 120_000,
  }, async () => {
    const first = firstMachine()
    await type(
      ['setup', '--name', 'Alborz', '--email', 'sara@example.com', '--password', 'correct-horse-7'],
      first,
    )
    await type(['sample-data', '--parties', '60', '--seed', '3'], first)
    const parties = await exported(first)
    const made = await type(['backup'], first)
    expect(made).toMatchObject({ code: 0, error: '', json: { check: { ok: true, faults: [] } } })

    const second = emptyMachine('second')
    const restored = await type(['restore', String(made.json['folder'])], second)
    expect(restored).toMatchObject({
      code: 0,
      error: '',
      json: { rows: made.json['rows'], files: made.json['files'] },
    })
    expect(await usersOf(second)).toEqual(await usersOf(first))
    expect(await readFile(join(second.dataDir, 'secret.key'), 'utf8')).toBe(
      await readFile(join(first.dataDir, 'secret.key'), 'utf8'),
    )
    expect(await exported(second)).toBe(parties)
    expect((await type(['audit', 'verify'], second)).json).toMatchObject({ ok: true })

    const again = await type(['restore', String(made.json['folder'])], second)
    expect(again).toMatchObject({ code: 1, error: expect.stringContaining('not empty') })
  })

  test('links the files that an earlier one holds, and only the newest stay', {
    timeout: 60_000,
  }, async () => {
    const first = firstMachine()
    const shelf = join(first.dataDir, 'backups')
    await sleep(1100)
    await type(['backup', '--no-check'], first)
    expect((await type(['backup', 'list'], first)).json['items']).toHaveLength(2)
    const [one, two] = (await readdir(shelf)).toSorted()
    const entries = await readdir(join(shelf, String(one), 'files'), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const path = join(file.parentPath, file.name)
      const same = path.replace(String(one), String(two))
      expect((await stat(same)).ino).toBe((await stat(path)).ino)
    }
  })

  test('that is damaged or cut short is found out and restores nothing', { timeout: 60_000 }, async () => {
    const first = firstMachine()
    const [, newest] = (await readdir(join(first.dataDir, 'backups'))).toSorted()
    const backup = join(first.dataDir, 'backups', String(newest))
    await appendFile(join(backup, 'tables', 'public.parties.gz'), 'x')
    const third = emptyMachine('third')
    expect(await type(['restore', backup], third)).toMatchObject({
      code: 1,
      error: expect.stringContaining('public.parties.gz'),
    })
    expect((await type(['firm', 'list'], third)).json['items']).toEqual([])
    expect(await type(['restore', join(folder, 'nowhere')], third)).toMatchObject({
      code: 1,
      error: expect.stringContaining('no complete backup'),
    })
  })
})

test.each([
  ['02:30', '2026-11-22T02:30:00', '2026-11-22T02:30:00'],
  ['02:30', '2026-11-22T02:29:59', '2026-11-21T02:30:00'],
  ['23:00', '2026-03-01T00:10:00', '2026-02-28T23:00:00'],
])('a backup due at %s was due at %s last', (at, now, due) => {
  expect(lastDue(at, new Date(now))).toEqual(new Date(due))
})
