import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { StartupError } from '../startup-error.ts'
import { removeTemporaryDir } from './cluster-account.ts'

export type ClusterLog = Pick<Logger, 'info' | 'warn' | 'error'>

/** What a server writes into `postmaster.pid`; a killed one leaves it behind, still saying `ready`. */
export type Postmaster = { pid: number; socketDir: string; port: number; ready: boolean }

/**
 * Every process of a server carries this name in its command line, so it can be told from a stranger
 * that was given the same process id later.
 */
export function clusterName(clusterDir: string): string {
  return `peyvand-${createHash('sha256').update(realpathSync(clusterDir)).digest('hex').slice(0, 16)}`
}

/** The contents of `postmaster.pid`, whether or not its process still lives. */
export function recordedPostmaster(clusterDir: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return {
    pid,
    port: Number(lines[3]),
    socketDir: lines[4]?.trim() ?? '',
    ready: lines[7]?.trim() === 'ready',
  }
}

/** The process id of this cluster's live postmaster; undefined when the recorded id is dead or a stranger's. */
export function livePostmaster(clusterDir: string): number | undefined {
  const pid = recordedPostmaster(clusterDir)?.pid
  return pid !== undefined && isRunning(pid, clusterName(clusterDir)) ? pid : undefined
}

/**
 * Makes a data folder ready for a new server: stops one that outlived its program, waits for its last processes
 * and removes a `postmaster.pid` whose id now belongs to a stranger (PostgreSQL would refuse to start over it).
 */
export async function clearOrphans(clusterDir: string, log: ClusterLog): Promise<void> {
  const recorded = recordedPostmaster(clusterDir)
  const orphan = livePostmaster(clusterDir)
  if (orphan !== undefined) {
    log.warn({ pid: orphan }, 'stopping a database server that outlived its program')
    await stopPostmaster(clusterDir)
  }
  // Backends of a killed postmaster end by themselves; while they live, removing the pid file would be unsafe.
  if (!(await becomesTrue(() => clusterProcesses(clusterDir).length === 0, 5_000))) {
    for (const pid of clusterProcesses(clusterDir)) signal(pid, 'SIGQUIT')
    if (!(await becomesTrue(() => clusterProcesses(clusterDir).length === 0, 5_000)))
      throw stuckError(clusterProcesses(clusterDir))
  }
  if (recorded && isAlive(recorded.pid)) {
    log.warn({ pid: recorded.pid }, 'postmaster.pid names a process that is not the database; removing it')
    rmSync(join(clusterDir, 'postmaster.pid'), { force: true })
  }
  if (recorded) removeTemporaryDir(recorded.socketDir)
}

/**
 * Stops the postmaster of a data folder fast and cleanly: SIGINT, and SIGQUIT after `patience` ms (nothing
 * committed is lost: the log is replayed at the next start). Never SIGTERM: that waits for every client to leave.
 */
export async function stopPostmaster(clusterDir: string, patience = 10_000): Promise<void> {
  const pid = livePostmaster(clusterDir)
  if (pid === undefined) return
  const name = clusterName(clusterDir)
  signal(pid, 'SIGINT')
  if (await becomesTrue(() => !isRunning(pid, name), patience)) return
  signal(pid, 'SIGQUIT')
  if (!(await becomesTrue(() => !isRunning(pid, name), 5_000))) throw stuckError([pid])
}

/** Polls every 10 ms; false when `check` is still false after `patience` ms. */
export async function becomesTrue(check: () => boolean, patience: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(10)) if (check()) return true
  return check()
}

function clusterProcesses(clusterDir: string): number[] {
  const name = clusterName(clusterDir)
  return commandLines()
    .filter(({ command }) => isServer(command, name))
    .map(({ pid }) => pid)
}

// The watchdog shell carries the server's whole command line too.
function isServer(command: string, name: string): boolean {
  return command.includes(name) && /(^|\/)postgres(:|\s|$)/.test(command) && !command.startsWith('/bin/sh')
}

function isRunning(pid: number, name: string): boolean {
  if (process.platform === 'win32') return isAlive(pid)
  if (process.platform === 'linux') return isServer(commandLine(pid), name)
  return isServer(spawnSync('ps', ['-wwo', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout, name)
}

function commandLines(): { pid: number; command: string }[] {
  if (process.platform === 'win32') return []
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map((entry) => ({ pid: Number(entry), command: commandLine(Number(entry)) }))
  const ps = spawnSync('ps', ['-axwwo', 'pid=,command='], { encoding: 'utf8' })
  return ps.stdout.split('\n').map((line) => {
    const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    return { pid: Number(pid), command: command ?? '' }
  })
}

// Empty for a process that ended, also while nobody has collected its exit status yet.
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return true
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function stuckError(pids: number[]) {
  return new StartupError('database.stuck', {
    en: `Processes ${pids.join(', ')} of an earlier database server do not end. End them (or restart the machine), then start again.`,
    fa: `فرایندهای ${pids.join('، ')} از اجرای پیشین پایگاه داده پایان نمی‌یابند. آن‌ها را ببندید (یا رایانه را دوباره راه بیندازید) و برنامه را از نو اجرا کنید.`,
  })
}
