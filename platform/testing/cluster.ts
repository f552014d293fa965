import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { createCluster, startCluster } from '../server/database/cluster.ts'
import { databaseAccount } from '../server/database/cluster-account.ts'
import { type Binaries, embeddedBinaries } from '../server/database/embedded-postgres-binaries.ts'

/** A throw-away PostgreSQL server. `admin` is its superuser, or the role of PEYVAND_TEST_DATABASE_URL. */
export type TestCluster = { admin: pg.ConnectionConfig; stop(): Promise<void> }

/** Settings of a server whose data nobody will miss: several times faster at making and dropping databases. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  jit: 'off',
  timezone: 'UTC',
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/**
 * Starts the server that the tests of a run share: the bundled PostgreSQL in a temporary folder, or the one that
 * PEYVAND_TEST_DATABASE_URL names, whose role may make databases and roles.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const url = process.env['PEYVAND_TEST_DATABASE_URL']
  if (url) return { admin: { connectionString: url }, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'peyvand-test-'))
  const binaries = embeddedBinaries({ dataDir: folder, account: databaseAccount(join(folder, 'database')) })
  return startThrowAway(folder, binaries, { ...forgetful, file_copy_method: 'clone' })
}

/** Folder of the programs of the system's own PostgreSQL, the oldest of 15 or newer; undefined when there is none. */
export function systemPostgres(): string | undefined {
  const [oldest] = versionsIn('/usr/lib/postgresql').sort((a, b) => a - b)
  if (oldest) return `/usr/lib/postgresql/${oldest}/bin`
  if (process.env['PEYVAND_REQUIRE_SERVERS'] === '1')
    throw new Error('PEYVAND_REQUIRE_SERVERS=1, but no PostgreSQL 15 or newer is under /usr/lib/postgresql')
  return undefined
}

/** Starts a server of the system's own PostgreSQL (`bin` as found by `systemPostgres`) in a temporary folder. */
export async function startSystemPostgres(bin: string): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'peyvand-test-'))
  const program = (name: string) => join(bin, name)
  const version = /(\d+)\/bin$/.exec(bin)?.[1] ?? ''
  const binaries = {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    version,
  }
  return startThrowAway(folder, binaries, forgetful)
}

async function startThrowAway(
  folder: string,
  binaries: Binaries,
  settings: Record<string, string>,
): Promise<TestCluster> {
  const clusterDir = join(folder, 'database')
  const place = { binaries, clusterDir, logFile: join(folder, 'log'), account: databaseAccount(clusterDir) }
  const password = randomBytes(16).toString('hex')
  createCluster(place, { superuserPassword: password, sync: false })
  const server = await startCluster(place, { settings, socketDir: join(folder, 'socket'), log: quiet })
  return {
    admin: { host: server.host, port: server.port, user: 'postgres', password, database: 'postgres' },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function versionsIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .map(Number)
      .filter((version) => version >= 15)
  } catch {
    return []
  }
}
