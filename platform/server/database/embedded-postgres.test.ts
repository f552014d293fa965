import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { databaseAccount } from './cluster-account.ts'
import { becomesTrue, livePostmaster, recordedPostmaster } from './cluster-processes.ts'
import {
  connectOrStartEmbeddedPostgres,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'
import { prepareDatabase } from './roles.ts'
import { withClient } from './with-client.ts'

const isRoot = process.getuid?.() === 0
const warnings: string[] = []
const log = {
  info: () => {},
  warn: (...said: unknown[]) => warnings.push(JSON.stringify(said)),
  error: (...said: unknown[]) => warnings.push(JSON.stringify(said)),
}
const root = mkdtempSync(join(tmpdir(), 'embedded-test-'))
chmodSync(root, 0o755)
const dataDir = join(root, 'var')
const clusterDir = join(dataDir, 'database')
const started: EmbeddedPostgres[] = []
const programs: ChildProcess[] = []

beforeAll(async () => {
  const embedded = await startEmbeddedPostgres({ dataDir, log })
  await withClient(embedded.ownerConfig, (client) => client.query('CREATE TABLE kept (n int)'))
  await embedded.stop()
}, 60_000)

afterEach(async () => {
  for (const program of programs.splice(0)) program.kill('SIGKILL')
  for (const embedded of started.splice(0)) await embedded.stop()
  await becomesTrue(() => livePostmaster(clusterDir) === undefined, 10_000)
  warnings.length = 0
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a start', () => {
  test('gives an owner that is no superuser, Persian search and Persian order', async () => {
    const { ownerConfig } = await start()
    const [row] = await query(
      ownerConfig,
      `SELECT rolsuper, rolcreaterole, (SELECT datdba = pg_roles.oid FROM pg_database WHERE datname = 'peyvand') AS owns,
              'و' < 'ه' AND 'ب' < 'پ' AND 'پ' < 'ت' AS persian_order FROM pg_roles WHERE rolname = current_user`,
    )
    expect(row).toEqual({ rolsuper: false, rolcreaterole: true, owns: true, persian_order: true })
    const roles = await prepareDatabase({ ownerConfig, secretKey: Buffer.alloc(32) })
    expect(await query(roles.app, 'SELECT current_user AS me')).toEqual([{ me: 'peyvand_app' }])
    expect(await query(ownerConfig, `SELECT similarity('شرکت پیوند', 'شرکت پیوندگستر') AS s`)).toEqual([
      { s: 0.625 },
    ])
  })

  test('listens on a private socket alone and refuses a wrong password', async () => {
    const { ownerConfig, socketDir } = await start()
    expect(socketDir).toBe(join(dataDir, 'socket'))
    expect(statSync(socketDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'database.password')).mode & 0o777).toBe(0o600)
    expect(await query(ownerConfig, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
    for (const password of ['', 'wrong'])
      await expect(query({ ...ownerConfig, password }, 'SELECT 1')).rejects.toThrow(/password/)
  })

  test.runIf(isRoot)('by root runs the server under another account, which owns the cluster', async () => {
    await start()
    const account = databaseAccount(clusterDir)
    expect(account?.uid).toBeGreaterThan(0)
    expect(statSync(clusterDir).uid).toBe(account?.uid)
    const status = readFileSync(`/proc/${livePostmaster(clusterDir)}/status`, 'utf8')
    expect(status).toMatch(new RegExp(`^Uid:\\s+${account?.uid}\\s+${account?.uid}`, 'm'))
    expect(status).toMatch(/^Groups:\s*$/m)
  })

  test('on a folder in use names the process and its address, and a command joins it', async () => {
    const program = await startProgram()
    const refusal = await startEmbeddedPostgres({ dataDir, log }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'database.alreadyRunning' })
    expect(String(refusal)).toContain(`process ${program.pid}`)
    expect(String(refusal)).toContain('http://127.0.0.1:3999')
    const joined = await connectOrStartEmbeddedPostgres({ dataDir, log })
    expect(await query(joined.ownerConfig, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await joined.stop()
    expect(livePostmaster(clusterDir)).toBeDefined()
  })

  test('is not held up by the lock of a dead program whose process id lives again', async () => {
    const stranger = spawn('sleep', ['60'])
    programs.push(stranger)
    writeFileSync(
      join(dataDir, 'peyvand.lock'),
      JSON.stringify({ pid: stranger.pid, born: 'another-boot/1' }),
    )
    const { ownerConfig } = await start()
    expect(await query(ownerConfig, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('is not held up by a postmaster.pid whose process id now belongs to a stranger of the same account', async () => {
    const account = databaseAccount(clusterDir)
    const stranger = spawn('sleep', ['60'], account ?? {})
    programs.push(stranger)
    writeFileSync(
      join(clusterDir, 'postmaster.pid'),
      `${stranger.pid}\n${clusterDir}\n1\n5432\n/tmp\n\n  1 1\nready\n`,
    )
    const { ownerConfig } = await start()
    expect(await query(ownerConfig, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(stranger.exitCode).toBeNull()
    expect(warnings.join()).toContain('postmaster.pid')
  })

  test('works under a long path closed to others, with a package whose install script was blocked', async () => {
    const closed = join(root, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const packageDir = packageWithoutLinks(join(closed, 'node_modules/postgres'))
    const farDir = join(closed, 'a-folder-with-a-long-name/'.repeat(5), 'var')
    const embedded = await startEmbeddedPostgres({ dataDir: farDir, log, packageDir })
    started.push(embedded)
    expect(Buffer.byteLength(embedded.socketDir)).toBeLessThan(90)
    expect(await query(embedded.ownerConfig, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await embedded.stop()
    expect(existsSync(embedded.socketDir)).toBe(false)
    expect(existsSync(join(farDir, 'database/PG_VERSION'))).toBe(true)
  }, 30_000)

  test('refuses data of another major version and says how to go on', async () => {
    const otherDir = join(root, 'other')
    mkdirSync(join(otherDir, 'database'), { recursive: true })
    writeFileSync(join(otherDir, 'database/PG_VERSION'), '17\n')
    await expect(startEmbeddedPostgres({ dataDir: otherDir, log })).rejects.toMatchObject({
      code: 'database.otherVersion',
    })
    expect(existsSync(join(otherDir, 'peyvand.lock'))).toBe(false)
  })

  test('that fails says what the server said', async () => {
    const brokenDir = join(root, 'broken')
    cpSync(dataDir, brokenDir, { recursive: true, filter: (path) => !lstatSync(path).isSocket() })
    if (isRoot) execFileSync('chown', ['-R', String(statSync(clusterDir).uid), join(brokenDir, 'database')])
    rmSync(join(brokenDir, 'database/global/pg_control'))
    await expect(startEmbeddedPostgres({ dataDir: brokenDir, log })).rejects.toThrow(/pg_control/)
  })
})

describe('an end', () => {
  test('by SIGINT is clean and quick though a client is still connected', async () => {
    const program = await startProgram()
    const client = new pg.Client(program.ownerConfig)
    client.on('error', () => {})
    await client.connect()
    program.process.kill('SIGINT')
    const [status] = await once(program.process, 'exit')
    expect(status).toBe(0)
    expect(recordedPostmaster(clusterDir)).toBeUndefined()
    expect(existsSync(join(dataDir, 'peyvand.lock'))).toBe(false)
    expect(lastLogLines()).toContain('database system is shut down')
  })

  test('of the program by kill -9 stops the server, and the next start has what was committed', async () => {
    const program = await startProgram()
    await query(program.ownerConfig, 'INSERT INTO kept VALUES (1)')
    program.process.kill('SIGKILL')
    expect(await becomesTrue(() => recordedPostmaster(clusterDir) === undefined, 5_000)).toBe(true)
    const { ownerConfig } = await start()
    expect(await query(ownerConfig, 'SELECT n FROM kept WHERE n = 1')).toEqual([{ n: 1 }])
  })

  test('of the server by kill -9 is followed by a new one on the same address, with what was committed', async () => {
    const { ownerConfig } = await start()
    await query(ownerConfig, 'INSERT INTO kept VALUES (2)')
    const killed = livePostmaster(clusterDir)
    if (killed === undefined) throw new Error('the server has no process')
    process.kill(killed, 'SIGKILL')
    const isBack = () =>
      ![undefined, killed].includes(livePostmaster(clusterDir)) && recordedPostmaster(clusterDir)?.ready
    expect(await becomesTrue(() => isBack() === true, 15_000)).toBe(true)
    expect(await query(ownerConfig, 'SELECT n FROM kept WHERE n = 2')).toEqual([{ n: 2 }])
    expect(livePostmaster(clusterDir)).not.toBe(killed)
  })

  test('of program, watchdog and server together by kill -9 loses nothing committed', async () => {
    const program = await startProgram()
    await query(program.ownerConfig, 'INSERT INTO kept SELECT 3 FROM generate_series(1, 10000)')
    await killTogether(program.process, [...watchdogs(), livePostmaster(clusterDir)])
    const { ownerConfig } = await start()
    expect(await query(ownerConfig, 'SELECT count(*)::int AS n FROM kept WHERE n = 3')).toEqual([
      { n: 10_000 },
    ])
  })

  test('of the program and its watchdog leaves an orphan, which the next start replaces', async () => {
    const program = await startProgram()
    const orphan = livePostmaster(clusterDir)
    await killTogether(program.process, watchdogs())
    expect(livePostmaster(clusterDir)).toBe(orphan)
    const { ownerConfig } = await start()
    expect(await query(ownerConfig, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(livePostmaster(clusterDir)).not.toBe(orphan)
    expect(warnings.join()).toContain('outlived')
  })
})

async function start(): Promise<EmbeddedPostgres> {
  const embedded = await startEmbeddedPostgres({ dataDir, log })
  started.push(embedded)
  return embedded
}

async function startProgram() {
  const file = fileURLToPath(new URL('../../testing/embedded-program.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  programs.push(child)
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const { ownerConfig } = JSON.parse(String(said)) as { ownerConfig: pg.ConnectionConfig }
  return { process: child, pid: child.pid ?? 0, ownerConfig }
}

function query(config: pg.ConnectionConfig, sql: string): Promise<unknown[]> {
  return withClient(config, async (client) => (await client.query<Record<string, unknown>>(sql)).rows)
}

// The shells that carry our folder in their command line: the watchdog and its reader.
function watchdogs(): number[] {
  const lines = execFileSync('ps', ['-axwwo', 'pid=,command='], { encoding: 'utf8' }).split('\n')
  return lines
    .filter((line) => line.includes('peyvand-database') && line.includes(join(dataDir, 'socket')))
    .map((line) => Number.parseInt(line, 10))
}

// The program is held first, so that it cannot answer the death of the others.
async function killTogether(program: ChildProcess, others: (number | undefined)[]): Promise<void> {
  program.kill('SIGSTOP')
  for (const pid of others) if (pid) process.kill(pid, 'SIGKILL')
  program.kill('SIGKILL')
  await once(program, 'exit')
}

function lastLogLines(): string {
  return readFileSync(join(dataDir, 'database.log'), 'utf8').slice(-500)
}

function packageWithoutLinks(target: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  const links: { target: string }[] = JSON.parse(
    readFileSync(join(installed, 'native/pg-symlinks.json'), 'utf8'),
  )
  const left = new Set(links.map((link) => join(installed, link.target)))
  cpSync(installed, target, { recursive: true, filter: (path) => !left.has(path) })
  return target
}
