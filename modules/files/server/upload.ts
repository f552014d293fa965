import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type FileInfo, maxFileBytes } from '@peyvand/files/contract'
import { cleanText } from '@peyvand/persian'
import {
  type Actor,
  type App,
  AppError,
  type Ctx,
  type HttpExchange,
  newId,
  withCtx,
} from '@peyvand/platform/server'
import { detectType, headBytes } from './detect-type.ts'
import { fileInfo } from './files.ts'

interface Received {
  path: string
  size: number
  sha256: string
  head: Buffer
}

/**
 * Takes the request's file into the storage, before any long transaction. Its row is written first, as
 * `uploading`: whatever cuts the work off, the clean-up finds what to remove.
 * @throws AppError files.missing, files.empty (400), tooLarge (413), unsupportedType (415)
 */
export async function receiveUpload(app: App, actor: Actor, { request }: HttpExchange): Promise<string> {
  if (!request.isMultipart()) throw new AppError('files.missing')
  const part = await request.file({ limits: { fileSize: maxFileBytes } })
  if (!part) throw new AppError('files.missing')
  return storeContent(app, actor, { name: part.filename, content: part.file })
}

/** Keeps a content that the program itself made or got (an export, an e-mail's attachment); answers the file's id. */
export async function storeContent(
  app: App,
  actor: Actor,
  { name: givenName, content }: { name: string; content: Readable },
): Promise<string> {
  const received = await spool(content)
  try {
    if (received.size > maxFileBytes || ('truncated' in content && content.truncated))
      throw new AppError('tooLarge', { status: 413 })
    if (received.size === 0) throw new AppError('files.empty')
    const name = fileName(givenName)
    const type = detectType(received.head, name)
    if (!type) throw new AppError('unsupportedType', { status: 415 })
    const { path, size, sha256 } = received
    const id = newId()
    const storageKey = `${actor.firm.tenantId}/${id.slice(-2)}/${id}`
    const inFirm = <T>(run: (ctx: Ctx) => Promise<T>) => withCtx(app, { actor, run })
    await inFirm((ctx) =>
      ctx.db
        .insertInto('files')
        .values({
          tenantId: ctx.tenantId,
          id,
          name,
          type,
          size: String(size),
          sha256,
          storageKey,
          state: 'uploading',
          createdBy: actor.userId,
        })
        .execute(),
    )
    await app.storage.put(storageKey, createReadStream(path), { size, type })
    return id
  } finally {
    await rm(received.path, { force: true })
  }
}

/** Makes a stored content usable, in the transaction of what it is for. */
export async function finishUpload(ctx: Ctx, id: string): Promise<FileInfo> {
  const row = await ctx.db
    .updateTable('files')
    .set({ state: 'ready' })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return fileInfo(row)
}

/** Through a temporary file: the storage is told the size and type, which are known only at the end. */
async function spool(content: Readable): Promise<Received> {
  const path = join(tmpdir(), `peyvand-upload-${randomUUID()}`)
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      if (size > maxFileBytes) return done(new AppError('tooLarge', { status: 413 }))
      hash.update(chunk)
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
      done(null, chunk)
    },
  })
  try {
    await pipeline(content, measure, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, size, sha256: hash.digest('hex'), head }
}

/** The sender's name of the file without folders and signs that file systems refuse. */
function fileName(given: string): string {
  const base = given.split(/[\\/]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex
  const clean = cleanText(base.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, ' '))
  const extension = /\.[a-z0-9]{1,8}$/i.exec(clean)?.[0] ?? ''
  return clean.slice(0, clean.length - extension.length).slice(0, 180) + extension || 'file'
}
