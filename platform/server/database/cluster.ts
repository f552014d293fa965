import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { StartupError } from '../startup-error.ts'
import {
  type Account,
  canReach,
  giveTo,
  makeTemporaryDir,
  removeTemporaryDir,
  runAs,
} from './cluster-account.ts'
import {
  becomesTrue,
  type ClusterLog,
  clearOrphans,
  clusterName,
  livePostmaster,
  recordedPostmaster,
  stopPostmaster,
} from './cluster-processes.ts'
import { watchdogCommand } from './cluster-watchdog.ts'
import type { Binaries } from './embedded-postgres-binaries.ts'

/** A data folder and what runs it. `logFile` receives what the server says. */
export type ClusterPlace = {
  binaries: Binaries
  clusterDir: string
  logFile: string
  account: Account | undefined
}

/** A running server. `host` is a socket folder (127.0.0.1 on Windows). `exited` settles when it ends, for whatever reason. */
export type RunningCluster = { host: string; port: number; exited: Promise<void>; stop(): Promise<void> }

/** True when the folder holds a complete cluster of this major version; another major is a StartupError. */
export function clusterExists({ clusterDir, binaries }: ClusterPlace): boolean {
  const file = join(clusterDir, 'PG_VERSION')
  if (!existsSync(file)) return false
  const found = readFileSync(file, 'utf8').trim()
  const wanted = binaries.version.split('.')[0] ?? ''
  if (found !== wanted)
    throw new StartupError('database.otherVersion', {
      en: `The data in ${clusterDir} was made by PostgreSQL ${found}; this release brings PostgreSQL ${wanted}. Start the release that made it, take a backup with "npm run peyvand -- backup", and restore it here into an empty folder.`,
      fa: `داده‌های ${clusterDir} با PostgreSQL نسخهٔ ${found} ساخته شده‌اند و این نسخهٔ برنامه PostgreSQL ${wanted} دارد. همان نسخهٔ پیشین برنامه را اجرا کنید، با «npm run peyvand -- backup» پشتیبان بگیرید و آن را اینجا در پوشه‌ای خالی بازگردانید.`,
    })
  return true
}

/**
 * Makes a new cluster: UTF-8, Persian order by ICU, scram passwords only, superuser `postgres`. It is made beside
 * and renamed when complete, so a machine that stops half-way leaves nothing that looks like a cluster.
 * The C.UTF-8 character type is what makes pg_trgm see Persian letters; with plain C it sees none.
 */
export function createCluster(
  place: ClusterPlace,
  options: { superuserPassword: string; sync?: boolean },
): void {
  if (!place.account) assertNamedAccount()
  const making = `${place.clusterDir}.new`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o700 })
  const secrets = makeTemporaryDir(place.account)
  const passwordFile = join(secrets, 'password')
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 })
  for (const path of [making, passwordFile]) giveTo(path, place.account)
  const door = doorTo(making, place.account)
  try {
    const run = spawnSync(
      place.binaries.initdb,
      initdbArguments({ dataDir: door.path, passwordFile, sync: options.sync ?? true }),
      { ...runAs(place.account), stdio: ['ignore', 'pipe', 'pipe', door.fd], encoding: 'utf8' },
    )
    if (run.status !== 0) throw failure('database.initFailed', run.error?.message ?? run.stderr.trim())
    renameSync(making, place.clusterDir)
  } finally {
    door.close()
    removeTemporaryDir(secrets)
  }
}

/** Starts the server on its data folder, after clearing away what an earlier run left. Resolves when it accepts connections. */
export async function startCluster(
  place: ClusterPlace,
  options: { settings: Record<string, string>; socketDir: string; log: ClusterLog },
): Promise<RunningCluster> {
  const { clusterDir, account } = place
  await clearOrphans(clusterDir, options.log)
  const address = await chooseAddress(options.socketDir, account)
  const settings = {
    ...options.settings,
    cluster_name: clusterName(clusterDir),
    listen_addresses: address.tcp ? '127.0.0.1' : '',
    unix_socket_directories: address.tcp ? '' : address.host,
    port: String(address.port),
  }
  const door = doorTo(clusterDir, account)
  const logged = statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0
  const logFd = openSync(place.logFile, 'a', 0o600)
  const [command, ...args] = watchdogCommand(place.binaries, door.path, settings)
  const child = spawn(command, args, {
    ...runAs(account),
    stdio: ['pipe', logFd, logFd, door.fd],
    detached: true,
    windowsHide: true,
  })
  closeSync(logFd)
  door.close()
  const ended = ending(child)
  try {
    await accepting(clusterDir, child, options.log)
  } catch (cause) {
    child.stdin?.end()
    const said = readFileSync(place.logFile).subarray(logged).toString('utf8').trim()
    throw failure('database.startFailed', said.split('\n').slice(-12).join('\n'), cause)
  }
  return {
    host: address.host,
    port: address.port,
    exited: ended,
    async stop() {
      // The watchdog answers the end of its input with SIGINT to the server.
      child.stdin?.end()
      let gone = false
      void ended.then(() => (gone = true))
      if (!(await becomesTrue(() => gone, 10_000))) await stopPostmaster(clusterDir, 0)
      removeTemporaryDir(address.host)
    },
  }
}

async function accepting(clusterDir: string, child: ChildProcess, log: ClusterLog): Promise<void> {
  // A killed server's file says ready too, so its process must live.
  const isReady = () =>
    recordedPostmaster(clusterDir)?.ready === true && livePostmaster(clusterDir) !== undefined
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  // Replaying the log after a power cut may take minutes; while the server lives and works, waiting is right.
  for (let waited = 0; waited < 30 * 60; waited += 5) {
    await becomesTrue(() => isReady() || hasEnded(), 5_000)
    if (hasEnded()) throw new Error(`the server ended with status ${child.exitCode ?? child.signalCode}`)
    if (isReady()) return
    log.info('the database is still recovering its last changes')
  }
  throw new Error('the server was not ready after 30 minutes')
}

function ending(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
    child.stdin?.on('error', () => {}) // the server ended before we closed its input
  })
}

/**
 * A path by which `account` reaches `folder`. Where a parent is closed to it (a clone under /root), Linux still
 * lets it in through a descriptor that we opened: /proc/self/fd/3 leads straight to the folder.
 */
function doorTo(folder: string, account: Account | undefined) {
  if (canReach(folder, account)) return { path: folder, fd: 'ignore' as const, close: () => {} }
  if (process.platform !== 'linux')
    throw new StartupError('database.unreachable', {
      en: `The account that runs the database cannot reach ${folder}: one of its parent folders is closed to others. Do not start as root, or set PEYVAND_DATA_DIR to a folder that every account may pass through.`,
      fa: `حسابی که پایگاه داده را اجرا می‌کند به ${folder} دسترسی ندارد، چون یکی از پوشه‌های بالاتر بسته است. برنامه را با کاربر root اجرا نکنید یا در PEYVAND_DATA_DIR پوشه‌ای بنویسید که گذر از آن برای همه آزاد باشد.`,
    })
  const fd = openSync(folder, 'r')
  return { path: '/proc/self/fd/3', fd, close: () => closeSync(fd) }
}

// sockaddr_un holds 107 bytes; longer paths, and folders the server cannot reach, get a short one.
async function chooseAddress(socketDir: string, account: Account | undefined) {
  if (process.platform === 'win32') return { tcp: true, host: '127.0.0.1', port: await freePort() }
  mkdirSync(socketDir, { recursive: true, mode: 0o700 })
  giveTo(socketDir, account)
  const fits = Buffer.byteLength(join(socketDir, '.s.PGSQL.5432')) <= 107 && canReach(socketDir, account)
  const host = fits ? socketDir : makeTemporaryDir(account)
  chmodSync(host, 0o700)
  // Left by a killed server; its process id may live again. The folder is this cluster's alone, and no server runs.
  rmSync(join(host, '.s.PGSQL.5432.lock'), { force: true })
  return { tcp: false, host, port: 5432 }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

// initdb insists on a name for its user id; containers started with an arbitrary id have none.
function assertNamedAccount(): void {
  try {
    userInfo()
  } catch (cause) {
    const id = process.getuid?.()
    throw new StartupError(
      'database.namelessAccount',
      {
        en: `The user id ${id} has no name on this system, and PostgreSQL needs one. Add the id to /etc/passwd, run under another account, or set DATABASE_URL to your own PostgreSQL.`,
        fa: `شناسهٔ کاربری ${id} در این سیستم نامی ندارد و PostgreSQL به آن نیاز دارد. شناسه را به ‎/etc/passwd بیفزایید، برنامه را با حساب دیگری اجرا کنید یا در DATABASE_URL نشانی PostgreSQL خودتان را بنویسید.`,
      },
      { cause },
    )
  }
}

function initdbArguments(options: { dataDir: string; passwordFile: string; sync: boolean }): string[] {
  const sign = ['-U', 'postgres', `--pwfile=${options.passwordFile}`, '--auth-local=scram-sha-256']
  const text = [
    '-E',
    'UTF8',
    '--locale-provider=icu',
    '--icu-locale=fa',
    '--locale=C',
    `--lc-ctype=${unicodeCtype()}`,
  ]
  return [
    '-D',
    options.dataDir,
    ...sign,
    '--auth-host=scram-sha-256',
    ...text,
    ...(options.sync ? [] : ['--no-sync']),
  ]
}

function unicodeCtype(): string {
  if (process.platform === 'darwin') return 'en_US.UTF-8'
  return process.platform === 'win32' ? 'English_United States' : 'C.UTF-8'
}

function failure(code: 'database.initFailed' | 'database.startFailed', said: string, cause?: unknown) {
  return new StartupError(
    code,
    {
      en: `The database server did not start. It said:\n${said}`,
      fa: `پایگاه داده راه نیفتاد. پیام آن:\n${said}`,
    },
    { cause },
  )
}
