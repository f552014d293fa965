import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDiskStorage } from './disk-storage.ts'
import { createS3Storage } from './s3-storage.ts'
import type { FileStorage } from './storage.ts'

let folder: string
let s3: S3rver
const storages: Record<string, FileStorage> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peyvand-storage-'))
  const port = await freePort()
  s3 = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'firm', configs: [] }],
  })
  await s3.run()
  const account = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1', bucket: 'firm' }
  storages['folder'] = createDiskStorage(join(folder, 'disk'))
  storages['S3'] = await createS3Storage({
    ...account,
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
  })
})

afterAll(async () => {
  await s3?.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each(['folder', 'S3'])('files in a %s', (kind) => {
  const storage = () => storages[kind] as FileStorage

  test('come back as they were put', async () => {
    const content = randomBytes(300_000)
    await storage().put('1/ab/one', Readable.from([content.subarray(0, 1000), content.subarray(1000)]), {
      size: content.length,
      type: 'application/pdf',
    })
    expect(await hashOf(await storage().get('1/ab/one'))).toBe(
      createHash('sha256').update(content).digest('hex'),
    )
  })

  test('may be put without knowing their size', async () => {
    await storage().put('1/ab/two', Readable.from([Buffer.from('سلام')]), { type: 'text/plain' })
    expect(Buffer.concat(await (await storage().get('1/ab/two')).toArray()).toString()).toBe('سلام')
  })

  test('are gone after deletion, and deleting again does no harm', async () => {
    await storage().put('1/ab/three', Readable.from([Buffer.from('x')]), { size: 1, type: 'text/plain' })
    await storage().delete('1/ab/three')
    await storage().delete('1/ab/three')
    await expect(storage().get('1/ab/three')).rejects.toThrow()
  })

  test('are reachable when the storage works', async () => {
    await expect(storage().check()).resolves.toBeUndefined()
  })
})

test('a folder keeps nothing of a file that was cut off', async () => {
  const cutOff = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('connection lost')
    })(),
  )
  await expect(storages['folder']?.put('1/cd/half', cutOff, { type: 'text/plain' })).rejects.toThrow(
    'connection lost',
  )
  expect(await readdir(join(folder, 'disk', '1', 'cd'))).toEqual([])
})

test('a key cannot leave the folder', async () => {
  await expect(storages['folder']?.get('../../etc/passwd')).rejects.toThrow('leaves the folder')
})

test('a bucket that is not there is noticed by the check', async () => {
  const wrong = await createS3Storage({
    bucket: 'nowhere',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    region: 'us-east-1',
    endpoint: await endpointOf(),
    forcePathStyle: true,
  })
  await expect(wrong.check()).rejects.toThrow()
})

async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

let s3Port = 0
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  s3Port = typeof address === 'object' && address ? address.port : 0
  await new Promise((resolve) => server.close(resolve))
  return s3Port
}

const endpointOf = async () => `http://127.0.0.1:${s3Port}`
