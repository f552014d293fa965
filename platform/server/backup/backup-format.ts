import { join } from 'node:path'
import { z } from 'zod'

/**
 * A backup is a folder: `manifest.json`, a gzipped COPY text per table under `tables/`, the firm's files under
 * `files/` by their storage keys, and the secret key. It is complete when it has its manifest, which is written last.
 */
export const formatVersion = 1

const Part = z.object({
  schema: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Of the gzipped part. */
  sha256: z.string(),
})
export type BackupPart = z.infer<typeof Part>

const StoredFile = z.object({
  key: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
})
export type BackupFile = z.infer<typeof StoredFile>

export const Manifest = z.object({
  format: z.literal(formatVersion),
  /** When the rows were as they are here; UTC. */
  takenAt: z.string(),
  /** Steps of the schema, by id; a program that does not know one of them is too old for the backup. */
  migrations: z.array(z.string()),
  parts: z.array(Part),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  files: z.array(StoredFile),
  /** Files that rows name and the storage did not have. */
  missingFiles: z.array(z.string()),
  hasSecretKey: z.boolean(),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestPath = (folder: string): string => join(folder, 'manifest.json')
export const keyPath = (folder: string): string => join(folder, 'secret.key')
export const filePath = (folder: string, key: string): string => join(folder, 'files', key)
export const partPath = (folder: string, { schema, table }: Pick<BackupPart, 'schema' | 'table'>): string =>
  join(folder, 'tables', `${schema}.${table}.gz`)
