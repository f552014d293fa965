import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../scripts/ensure.mjs'
import { type HttpClient, httpClient } from './http-client.ts'

export interface ProgramProcess {
  address: string
  /** From the start of the process until it serves requests. */
  startedMs: number
  cpuSeconds(): Promise<number>
  residentMegabytes(): Promise<number>
  stop(): Promise<void>
}

const bundle = join(root, 'dist/server/main.js')
const longestStartMs = 120_000

export const isBuilt = () => existsSync(bundle)

interface StartProcess {
  built: boolean
  /** The first firm, by the environment; null leaves it to the setup page. */
  setup?: NodeJS.ProcessEnv | null
  /** Further settings, as docs/how-to/settings.md has them. */
  settings?: NodeJS.ProcessEnv
}

/** Starts the program by itself, as `npm start` does after its checks: its own process, database and port. */
export async function startProcess(
  dataDir: string,
  { built, setup = measuredFirm, settings = {} }: StartProcess,
): Promise<ProgramProcess> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const args = built ? [bundle] : ['--import', 'tsx', join(root, 'apps/server/main.ts')]
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: '',
      PEYVAND_DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
      PEYVAND_BACKUP_AT: 'off',
      ...setup,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  // Nothing is left running when the measurement is broken off.
  const kill = () => void child.kill('SIGTERM')
  process.once('exit', kill)
  const client = httpClient(address)
  await becomesReady(client, child)
  const startedMs = performance.now() - started
  const metric = async (name: string) => {
    const text = await client.ask<string>({ path: '/metrics' })
    return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1])
  }
  return {
    address,
    startedMs,
    cpuSeconds: () => metric('process_cpu_seconds_total'),
    residentMegabytes: async () => (await metric('process_resident_memory_bytes')) / 1_000_000,
    stop: async () => {
      client.close()
      process.off('exit', kill)
      if (child.exitCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await gone
    },
  }
}

/** The firm that the program makes at its first start. */
const measuredFirm = {
  PEYVAND_SETUP_FIRM: 'شرکت نمونه',
  PEYVAND_SETUP_EMAIL: 'bench@example.com',
  PEYVAND_SETUP_PASSWORD: 'measured, not guarded',
  PEYVAND_SETUP_LOCALE: 'fa',
}

async function becomesReady(client: HttpClient, child: ChildProcess): Promise<void> {
  const until = performance.now() + longestStartMs
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the program ended with status ${child.exitCode}`)
    const ready = await client.ask({ path: '/readyz' }).then(
      () => true,
      () => false,
    )
    if (ready) return
    await sleep(20)
  }
  child.kill('SIGKILL')
  throw new Error(`the program was not ready after ${longestStartMs / 1000} s`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
