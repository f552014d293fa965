import { Readable } from 'node:stream'
import type { FileStorage } from './storage.ts'

export interface S3Settings {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  forcePathStyle: boolean
}

const timeoutMs = 30_000

/** Keeps files in a bucket of an S3-compatible service. */
export async function createS3Storage(settings: S3Settings): Promise<FileStorage> {
  const { bucket, accessKeyId, secretAccessKey, ...rest } = settings
  const { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, PutObjectCommand, S3Client } =
    await import('@aws-sdk/client-s3')
  const client = new S3Client({
    ...rest,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 3,
    // Checksums in trailers are a dialect that S3-compatible services often do not read.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const within = () => ({ abortSignal: AbortSignal.timeout(timeoutMs) })
  return {
    put: async (key, content, { size, type }) => {
      const body = size === undefined ? Buffer.concat(await content.toArray()) : content
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: type,
        ContentLength: size ?? (body as Buffer).length,
      })
      await client.send(command, within())
    },
    get: async (key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), within())
      if (!(Body instanceof Readable)) throw new Error('the storage answered without content')
      return Body
    },
    delete: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }), within())
    },
    check: async () => {
      await client.send(new HeadBucketCommand({ Bucket: bucket }), within())
    },
  }
}
