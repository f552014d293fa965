import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { storedFile } from '@peyvand/files/server'
import {
  type Actor,
  type App,
  AppError,
  type Ctx,
  compileDocument,
  type FileAnswer,
  withCtx,
} from '@peyvand/platform/server'
import type { DrawFormat } from '../../contract/index.ts'

/** A document ready to be set: its template, texts and where its pictures lie. */
export interface Drawing {
  template: string
  data: object
  /** Name in the template → key in the storage. */
  pictures: Record<string, string>
  name: string
  madeAt: string
}

/** A document that was set before and kept. */
export interface StoredDrawing {
  storageKey: string
  name: string
  type: string
  size: number
}

/** Where the pictures of a paper lie; those whose file is gone are left out. */
export async function picturesOf(
  ctx: Ctx,
  fileIds: Partial<Record<string, string>>,
): Promise<Record<string, string>> {
  const keys: Record<string, string> = {}
  for (const [name, fileId] of Object.entries(fileIds)) {
    const file = fileId ? await storedFile(ctx, fileId).catch(() => null) : null
    if (file && drawable.has(file.type)) keys[name] = file.storageKey
  }
  return keys
}

/** Pictures that can be set into documents. */
export const drawable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Answers with a document that is prepared in one transaction and set after it, or with a kept one. */
export async function drawn(
  app: App,
  actor: Actor,
  { format, prepare }: { format: DrawFormat; prepare: (ctx: Ctx) => Promise<Drawing | StoredDrawing> },
): Promise<FileAnswer> {
  const prepared = await withCtx(app, { actor, readOnly: true, run: prepare })
  if ('storageKey' in prepared) {
    const { storageKey, name, type, size } = prepared
    return { stream: await app.storage.get(storageKey), name, type, size, inline: true }
  }
  return answerOf(await setDocument(app, prepared, format), prepared.name, format)
}

/** @throws AppError letters.notDrawn (422) */
export async function setDocument(
  app: App,
  { template, data, pictures, madeAt }: Drawing,
  format: DrawFormat,
): Promise<Buffer> {
  const contents: Record<string, Uint8Array> = {}
  for (const [name, key] of Object.entries(pictures))
    contents[name] = await buffer(await app.storage.get(key))
  const present = Object.fromEntries(Object.keys(contents).map((name) => [name, true]))
  try {
    return await compileDocument({
      template,
      data: { ...data, pictures: present, isScreen: format === 'svg' },
      pictures: contents,
      format,
      madeAt: new Date(madeAt),
    })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'typst.failed') throw error
    app.log.error({ reason: error.options.params }, 'a document could not be set')
    throw new AppError('letters.notDrawn', { status: 422 })
  }
}

const answerOf = (content: Buffer, name: string, format: DrawFormat): FileAnswer => ({
  stream: Readable.from([content]),
  name: `${name}.${format}`,
  type: format === 'pdf' ? 'application/pdf' : 'image/svg+xml',
  size: content.length,
  inline: true,
})
