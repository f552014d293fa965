import { createHmac, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { StartupError } from '../startup-error.ts'
import { notYours } from '../startup-reason.ts'
import {
  type ClusterPlace,
  clusterExists,
  createCluster,
  type RunningCluster,
  startCluster,
} from './cluster.ts'
import { databaseAccount } from './cluster-account.ts'
import type { ClusterLog } from './cluster-processes.ts'
import { embeddedBinaries } from './embedded-postgres-binaries.ts'
import { lockHolder, takeProgramLock } from './embedded-postgres-lock.ts'
import { ensureOwner, ownerName } from './embedded-postgres-owner.ts'

export type EmbeddedPostgres = {
  /** Connects as the role that owns the database `peyvand`; not a superuser. */
  ownerConfig: pg.ConnectionConfig
  /** Connects as the cluster's superuser; for maintenance only. */
  superuserConfig: pg.ConnectionConfig
  /** Folder of the Unix socket; 127.0.0.1 on Windows. */
  socketDir: string
  port: number
  /** Tells a second start, and `connectOrStart…`, where the program answers. */
  announce(address: string): void
  /** Stops the server fast and cleanly (10 s, then at once) and frees the data folder. */
  stop(): Promise<void>
}

type Options = {
  dataDir: string
  log: ClusterLog
  /** Called when the server died and could not be started again. */
  onLost?: (error: unknown) => void
  /** Instead of the installed @embedded-postgres package. */
  packageDir?: string
}

/**
 * Starts the bundled PostgreSQL on `<dataDir>/database`, making the cluster and the database on the first start.
 * It is started again when it dies, and stops when this program ends, even by kill -9.
 * Refuses with `database.alreadyRunning` when another program works on the folder.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true })
  const dataDir = realpathSync(options.dataDir)
  assertOwn(dataDir)
  const lock = takeProgramLock(dataDir)
  try {
    const account = databaseAccount(join(dataDir, 'database'))
    const place: ClusterPlace = {
      binaries: embeddedBinaries({
        dataDir,
        account,
        ...(options.packageDir && { packageDir: options.packageDir }),
      }),
      clusterDir: join(dataDir, 'database'),
      logFile: rotated(join(dataDir, 'database.log')),
      account,
    }
    const isNew = !clusterExists(place)
    const superuserPassword = keptPassword(dataDir, isNew)
    if (isNew) {
      options.log.info({ folder: place.clusterDir }, 'making the database')
      createCluster(place, { superuserPassword })
    }
    const start = (socketDir: string) =>
      startCluster(place, { settings: serverSettings(), socketDir, log: options.log })
    const server = await supervise(await start(join(dataDir, 'socket')), start, options)
    try {
      const configs = connectionConfigs(server, superuserPassword)
      await ensureOwner(configs)
      lock.tell({ database: { host: server.host, port: server.port } })
      return {
        ...configs,
        socketDir: server.host,
        port: server.port,
        announce: (address) => lock.tell({ address }),
        async stop() {
          await server.stop()
          lock.release()
        },
      }
    } catch (error) {
      await server.stop()
      throw error
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * For commands that work whether or not the program runs: joins its running database (then `stop` leaves it alone)
 * or starts it as `startEmbeddedPostgres` does.
 */
export async function connectOrStartEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  for (let waited = 0; waited < 300; waited++) {
    const holder = lockHolder(options.dataDir)
    if (!holder) return startEmbeddedPostgres(options)
    if (holder.database) return joined(options.dataDir, holder.database)
    await sleep(100) // it is starting
  }
  return startEmbeddedPostgres(options) // refuses, naming the program that never became ready
}

function joined(dataDir: string, server: { host: string; port: number }): EmbeddedPostgres {
  return {
    ...connectionConfigs(server, keptPassword(dataDir, false)),
    socketDir: server.host,
    port: server.port,
    announce: () => {},
    stop: async () => {},
  }
}

async function supervise(
  first: RunningCluster,
  start: (socketDir: string) => Promise<RunningCluster>,
  { log, onLost }: Options,
): Promise<RunningCluster> {
  let current = first
  let stopping = false
  let restart: Promise<void> = Promise.resolve()

  const watch = () =>
    void current.exited.then(() => {
      if (!stopping) restart = startAgain()
    })
  const startAgain = async () => {
    for (const pause of [0, 500, 2_000, 5_000]) {
      await sleep(pause)
      if (stopping) return
      try {
        log.error('the database server died; starting it again')
        // The same folder again: every pool of the program reconnects by itself.
        current = await start(first.host)
        return watch()
      } catch (error) {
        log.error({ err: error }, 'the database server could not be started again')
        if (pause === 5_000) onLost?.(error)
      }
    }
  }
  watch()
  return {
    ...first,
    async stop() {
      stopping = true
      await restart
      await current.stop()
    },
  }
}

function connectionConfigs(server: { host: string; port: number }, superuserPassword: string) {
  const { host, port } = server
  const ownerPassword = createHmac('sha256', superuserPassword).update(ownerName).digest('base64url')
  return {
    ownerConfig: { host, port, user: ownerName, password: ownerPassword, database: 'peyvand' },
    superuserConfig: { host, port, user: 'postgres', password: superuserPassword, database: 'postgres' },
  } satisfies Record<string, pg.ConnectionConfig>
}

// Once started by root, the files are closed to an ordinary account.
function assertOwn(dataDir: string): void {
  const uid = process.getuid?.() ?? 0
  const owner = statSync(join(dataDir, 'database'), { throwIfNoEntry: false })?.uid ?? uid
  try {
    accessSync(dataDir, constants.W_OK)
    if (uid === 0 || owner === uid) return
  } catch {
    // said below
  }
  const cluster = join(dataDir, 'database')
  throw notYours(existsSync(cluster) ? cluster : dataDir)
}

// Written before the cluster is made, so that a cluster never exists without its password.
function keptPassword(dataDir: string, isNew: boolean): string {
  const path = join(dataDir, 'database.password')
  if (!existsSync(path)) {
    if (!isNew)
      throw new StartupError('database.passwordMissing', {
        en: `${path} is missing: it holds the password of the database beside it. Put it back from a backup of the folder.`,
        fa: `پروندهٔ ${path} نیست. رمز عبور پایگاه دادهٔ کنار آن در این پرونده است؛ آن را از نسخهٔ پشتیبان پوشه بازگردانید.`,
      })
    writeFileSync(`${path}.new`, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    renameSync(`${path}.new`, path)
  }
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8').trim()
}

const megabyte = 1024 * 1024

function serverSettings(): Record<string, string> {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / megabyte
  const between = (low: number, value: number, high: number) =>
    `${Math.round(Math.min(high, Math.max(low, value)))}MB`
  return {
    shared_buffers: between(128, memory / 8, 4096),
    effective_cache_size: between(256, memory / 2, 65_536),
    work_mem: between(8, memory / 512, 32),
    maintenance_work_mem: between(64, memory / 32, 1024),
    max_wal_size: between(1024, memory / 4, 4096),
    wal_compression: 'pglz',
    random_page_cost: '1.1',
    jit: 'off',
    max_connections: '60',
    shared_preload_libraries: 'pg_stat_statements',
    idle_in_transaction_session_timeout: '60s',
    // A client that dies in the middle of signing in must not hold up a stop.
    authentication_timeout: '10s',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
}

function rotated(path: string): string {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10 * megabyte) renameSync(path, `${path}.1`)
  return path
}
