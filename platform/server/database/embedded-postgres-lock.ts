import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartupError } from '../startup-error.ts'

const Holder = z.object({
  pid: z.number().int().positive(),
  /** Tells a process from a later one with the same id. */
  born: z.string(),
  /** Where the program answers, once it does. */
  address: z.string().optional(),
  /** Where its database answers, once it does. */
  database: z.object({ host: z.string(), port: z.number().int() }).optional(),
})

/** The program that works on a data folder. */
export type Holder = z.infer<typeof Holder>

/** A held lock; `tell` publishes more about the holder. */
export type ProgramLock = { tell(facts: Pick<Holder, 'address' | 'database'>): void; release(): void }

/** Takes the one lock of a data folder. A program that holds it already is named in the StartupError. */
export function takeProgramLock(dataDir: string): ProgramLock {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'peyvand.lock')
  let mine: Holder = { pid: process.pid, born: birthOf(process.pid) ?? '' }
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    while (!linked(draft, path)) {
      const holder = lockHolder(dataDir)
      if (holder) throw alreadyRunning(dataDir, holder)
      // Renaming first: of two programs that find the same stale lock only one can take it away.
      const stale = `${path}.stale.${process.pid}`
      try {
        renameSync(path, stale)
        rmSync(stale)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    tell(facts) {
      mine = { ...mine, ...facts }
      writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
      renameSync(draft, path)
    },
    release() {
      if (read(path)?.pid === process.pid) rmSync(path, { force: true })
    },
  }
}

/** The live program that holds a data folder; undefined when none does. */
export function lockHolder(dataDir: string): Holder | undefined {
  const holder = read(join(dataDir, 'peyvand.lock'))
  return holder && birthOf(holder.pid) === holder.born ? holder : undefined
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** What a process id alone does not say: since when, and since which start of the machine, it runs. Undefined when dead. */
function birthOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0) ? 'alive' : undefined
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return state === 'Z' ? undefined : `${boot}/${rest[18]}`
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : undefined
  }
}

function alreadyRunning(dataDir: string, { pid, address }: Holder) {
  return new StartupError('database.alreadyRunning', {
    en: `Peyvand already runs on ${dataDir} (process ${pid}). ${address ? `Open ${address}` : 'It is still starting'}. To run a second one, give it another PEYVAND_DATA_DIR and PORT.`,
    fa: `پیوند هم‌اکنون روی ${dataDir} اجرا می‌شود (فرایند ${pid}). ${address ? `نشانی آن ${address} است` : 'هنوز در حال راه افتادن است'}. برای اجرای برنامهٔ دوم، PEYVAND_DATA_DIR و PORT دیگری به آن بدهید.`,
  })
}
