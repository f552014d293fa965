import { createWriteStream } from 'node:fs'
import { copyFile, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { ModuleManifest } from '../define-module.ts'
import type { FileStorage } from '../storage/storage.ts'
import { copyTarget, sequenceStates, tablesToKeep } from './backed-up-tables.ts'
import {
  type BackupFile,
  type BackupPart,
  filePath,
  formatVersion,
  keyPath,
  Manifest,
  manifestPath,
  partPath,
} from './backup-format.ts'
import { hashingStream } from './hashing-stream.ts'

interface WriteBackup {
  ownerPool: pg.Pool
  modules: readonly ModuleManifest[]
  storage: FileStorage
  /** Left out when absent; without it, encrypted secrets of the backup cannot be read elsewhere. */
  secretKeyFile?: string
  /** Must not exist; appears when the backup is complete. */
  folder: string
  /** An earlier backup on the same disk: files that it has are linked, not copied. */
  previous?: string
  onProgress?: (done: number, total: number) => void
}

/**
 * Writes a backup of all firms as they were at one moment, while the program goes on working.
 * @throws Error of the database, the storage or the disk; then nothing appears at `folder`.
 */
export async function writeBackup({ folder, ...options }: WriteBackup): Promise<Manifest> {
  const partial = `${folder}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(join(partial, 'tables'), { recursive: true, mode: 0o700 })
  const client = await options.ownerPool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest = await writeContents(client, { ...options, folder: partial })
    await writeDurably(manifestPath(partial), JSON.stringify(manifest))
    await client.query('commit')
    await rename(partial, folder)
    client.release()
    return manifest
  } catch (error) {
    client.release(true)
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

async function writeContents(client: pg.ClientBase, options: WriteBackup): Promise<Manifest> {
  const { folder, modules, secretKeyFile, onProgress } = options
  const tables = await tablesToKeep(client)
  const { rows: now } = await client.query<{ at: string; ids: string[] }>(
    'select now() as at, array(select id from schema_migrations order by id) as ids',
  )
  const stored = await storedFiles(client, modules)
  const total = tables.length + stored.length
  const parts: BackupPart[] = []
  for (const shape of tables) {
    parts.push({ ...shape, ...(await writePart(client, folder, shape)) })
    onProgress?.(parts.length, total)
  }
  const known = new Map(
    (options.previous ? await filesOf(options.previous) : []).map((file) => [file.key, file]),
  )
  const files: BackupFile[] = []
  const missingFiles: string[] = []
  for (const one of stored) {
    const file = await keepFile(options, one, known.get(one.key))
    if (file) files.push(file)
    else missingFiles.push(one.key)
    onProgress?.(tables.length + files.length + missingFiles.length, total)
  }
  if (secretKeyFile) await copyFile(secretKeyFile, keyPath(folder))
  return {
    format: formatVersion,
    takenAt: String(now[0]?.at),
    migrations: now[0]?.ids ?? [],
    parts,
    sequences: await sequenceStates(client),
    files,
    missingFiles,
    hasSecretKey: secretKeyFile !== undefined,
  }
}

async function writePart(client: pg.ClientBase, folder: string, shape: Parameters<typeof copyTarget>[1]) {
  const source = client.query(copyTo(`copy ${copyTarget(client, shape)} to stdout`))
  const { stream, result } = hashingStream()
  await pipeline(source, createGzip({ level: 3 }), stream, privateFile(partPath(folder, shape)))
  return { rows: source.rowCount ?? 0, sha256: result().sha256 }
}

type Stored = Pick<BackupFile, 'key' | 'type'>

async function storedFiles(client: pg.ClientBase, modules: readonly ModuleManifest[]): Promise<Stored[]> {
  const found: Stored[] = []
  for (const { storedFiles: query } of modules) {
    if (query) found.push(...(await client.query<Stored>(query)).rows)
  }
  return found
}

/** A file never changes under its key, so what an earlier backup holds of it is the same. */
async function keepFile(
  { folder, previous, storage }: WriteBackup,
  { key, type }: Stored,
  known: BackupFile | undefined,
): Promise<BackupFile | null> {
  const target = filePath(folder, key)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  if (previous && known) {
    try {
      await link(filePath(previous, key), target)
      return known
    } catch {
      // The disk knows no links, or the earlier backup was thinned by hand: copy.
    }
  }
  const { stream, result } = hashingStream()
  try {
    await pipeline(await storage.get(key), stream, privateFile(target))
  } catch (error) {
    if (!isMissing(error)) throw error
    await rm(target, { force: true })
    return null
  }
  return { key, type, ...result() }
}

const isMissing = (error: unknown): boolean => {
  const { code, name } = error as { code?: string; name?: string }
  return code === 'ENOENT' || name === 'NoSuchKey'
}

const privateFile = (path: string) => createWriteStream(path, { mode: 0o600, flush: true })

async function filesOf(folder: string): Promise<BackupFile[]> {
  return Manifest.parse(JSON.parse(await readFile(manifestPath(folder), 'utf8'))).files
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
