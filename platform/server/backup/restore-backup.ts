import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { ModuleManifest } from '../define-module.ts'
import { migrateToLatest, migrationsOf } from '../migrate.ts'
import { StartupError } from '../startup-error.ts'
import type { FileStorage } from '../storage/storage.ts'
import { copyTarget } from './backed-up-tables.ts'
import { filePath, Manifest, manifestPath, partPath } from './backup-format.ts'
import { hashingStream } from './hashing-stream.ts'

interface RestoreBackup {
  folder: string
  /** Connections of the owner to an empty database. */
  ownerPool: pg.Pool
  appRole: string
  modules: readonly ModuleManifest[]
  onProgress?: (done: number, total: number) => void
}

/**
 * Reads what a backup says of itself.
 * @throws StartupError backup.unreadable, backup.newer (made by a newer version of the program)
 */
export async function readManifest(folder: string, modules: readonly ModuleManifest[]): Promise<Manifest> {
  let manifest: Manifest
  try {
    manifest = Manifest.parse(JSON.parse(await readFile(manifestPath(folder), 'utf8')))
  } catch (cause) {
    throw new StartupError(
      'backup.unreadable',
      {
        fa: `در پوشهٔ ${folder} نسخهٔ پشتیبان کاملی نیست.`,
        en: `There is no complete backup at ${folder}.`,
      },
      { cause },
    )
  }
  const known = new Set(migrationsOf(modules).map(({ id }) => id))
  const unknown = manifest.migrations.find((id) => !known.has(id))
  if (unknown !== undefined)
    throw new StartupError('backup.newer', {
      fa: `این نسخهٔ پشتیبان را نسخهٔ تازه‌تری از پیوند ساخته است (${unknown})؛ همان نسخه یا تازه‌تر را نصب کنید.`,
      en: `A newer version of Peyvand made this backup (${unknown}): install that version or a newer one.`,
    })
  return manifest
}

/**
 * Puts a backup's rows into an empty database, all or none, under the schema of the version that wrote them; newer
 * steps of the schema are taken at the next start.
 * @throws StartupError backup.notEmpty, backup.damaged, and as `readManifest`
 */
export async function restoreRows(options: RestoreBackup): Promise<Manifest> {
  const { folder, ownerPool, appRole, modules } = options
  const manifest = await readManifest(folder, modules)
  await requireEmpty(ownerPool)
  await migrateToLatest(ownerPool, modules, appRole, new Set(manifest.migrations))
  const client = await ownerPool.connect()
  try {
    await client.query('begin')
    await fill(client, manifest, options)
    await client.query('commit')
    await client.query('analyze')
    return manifest
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** Puts a backup's files where the program keeps them. @throws StartupError backup.damaged */
export async function restoreFiles(
  folder: string,
  { files }: Manifest,
  storage: Pick<FileStorage, 'put'>,
): Promise<void> {
  for (const { key, type, bytes, sha256 } of files) {
    const path = filePath(folder, key)
    if ((await stat(path).catch(() => null))?.size !== bytes) throw damaged(path)
    const { stream, result } = hashingStream()
    const source = createReadStream(path)
    source.on('error', (error) => stream.destroy(error))
    await storage.put(key, source.pipe(stream), { size: bytes, type })
    if (result().sha256 !== sha256) throw damaged(path)
  }
}

async function requireEmpty(ownerPool: pg.Pool): Promise<void> {
  const { rows } = await ownerPool.query<{ there: boolean }>(
    `select to_regclass('public.firms') is not null as there`,
  )
  if (!rows[0]?.there) return
  const { rows: firms } = await ownerPool.query('select from firms limit 1')
  if (firms.length === 0) return
  throw new StartupError('backup.notEmpty', {
    fa: 'پایگاه داده خالی نیست. پوشهٔ داده را جابه‌جا کنید (یا در DATABASE_URL پایگاه دادهٔ خالی بنویسید) و دوباره اجرا کنید؛ بازیابی هیچ داده‌ای را پاک نمی‌کند.',
    en: 'The database is not empty. Move the data folder away (or name an empty database in DATABASE_URL) and run this again; a restore deletes nothing.',
  })
}

async function fill(
  client: pg.PoolClient,
  manifest: Manifest,
  { folder, onProgress }: RestoreBackup,
): Promise<void> {
  const { parts, sequences } = manifest
  const foreignKeys = await takeForeignKeysAway(client)
  const targets = parts.map(
    ({ schema, table }) => `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`,
  )
  await client.query(`truncate ${targets.join(', ')}`)
  for (const [index, part] of parts.entries()) {
    const path = partPath(folder, part)
    const { stream, result } = hashingStream()
    const into = client.query(copyFrom(`copy ${copyTarget(client, part)} from stdin`))
    try {
      await pipeline(createReadStream(path), stream, createGunzip(), into)
    } catch (cause) {
      throw damaged(path, cause)
    }
    if (result().sha256 !== part.sha256 || into.rowCount !== part.rows) throw damaged(path)
    onProgress?.(index + 1, parts.length)
  }
  for (const { name, value, isCalled } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, isCalled])
  for (const { table, name, definition } of foreignKeys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
}

/** Rows then come in any order, also those that point at each other. */
async function takeForeignKeysAway(client: pg.PoolClient) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and c.conparentid = 0
      and t.relowner = (select oid from pg_roles where rolname = current_user)`)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return rows
}

const damaged = (path: string, cause?: unknown) =>
  new StartupError(
    'backup.damaged',
    {
      fa: `فایل ${path} از نسخهٔ پشتیبان آسیب دیده است؛ نسخهٔ پشتیبان دیگری را بازیابی کنید.`,
      en: `The file ${path} of the backup is damaged: restore another backup.`,
    },
    cause === undefined ? undefined : { cause },
  )
