import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestPath } from '@peyvand/platform/backup'
import { z } from 'zod'

const Check = z.object({ at: z.string(), ok: z.boolean(), faults: z.array(z.string()) })
/** The outcome of restoring a backup into a scratch database. */
export type BackupCheck = z.infer<typeof Check>

export interface ShelvedBackup {
  folder: string
  /** UTC, from its name. */
  takenAt: Date
  check: BackupCheck | null
}

const pattern = /^peyvand-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/** `peyvand-20261122T023000Z` */
export const backupName = (at: Date): string => `peyvand-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`

/** Complete backups of a folder, the newest first. */
export async function shelvedBackups(shelf: string): Promise<ShelvedBackup[]> {
  const names = existsSync(shelf) ? await readdir(shelf) : []
  const found: ShelvedBackup[] = []
  for (const name of names.toSorted().toReversed()) {
    const at = pattern.exec(name)
    const folder = join(shelf, name)
    if (!at || !existsSync(manifestPath(folder))) continue
    const [, year, month, day, hour, minute, second] = at
    const takenAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
    found.push({ folder, takenAt, check: await readCheck(folder) })
  }
  return found
}

/** Removes all but the newest `keep`, and never the newest one that proved to be restorable. */
export async function thinShelf(shelf: string, keep: number): Promise<void> {
  const backups = await shelvedBackups(shelf)
  const proven = backups.find(({ check }) => check?.ok)
  for (const one of backups.slice(keep)) {
    if (one !== proven) await rm(one.folder, { recursive: true, force: true })
  }
}

export async function makeShelf(shelf: string): Promise<void> {
  await mkdir(shelf, { recursive: true, mode: 0o700 })
}

export async function writeCheck(folder: string, check: BackupCheck): Promise<void> {
  await writeFile(join(folder, 'check.json'), JSON.stringify(check), { mode: 0o600 })
}

async function readCheck(folder: string): Promise<BackupCheck | null> {
  const path = join(folder, 'check.json')
  if (!existsSync(path)) return null
  return Check.parse(JSON.parse(await readFile(path, 'utf8')))
}
