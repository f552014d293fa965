import { join } from 'node:path'
import { createDiskStorage, createS3Storage, type FileStorage } from '@peyvand/platform/server'
import type { Settings } from '@peyvand/platform/settings'

/** Where the settings keep uploaded files. */
export async function createStorage({ s3, dataDir }: Pick<Settings, 's3' | 'dataDir'>): Promise<FileStorage> {
  if (!s3) return createDiskStorage(join(dataDir, 'files'))
  return createS3Storage({
    endpoint: s3.endpoint ?? `https://s3.${s3.region}.amazonaws.com`,
    region: s3.region,
    bucket: s3.bucket,
    accessKeyId: s3.accessKeyId ?? '',
    secretAccessKey: s3.secretAccessKey ?? '',
    forcePathStyle: s3.forcePathStyle,
  })
}
