import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '../actor.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { FileAnswer } from '../handle.ts'
import { withCtx } from '../transaction.ts'
import { compileDocument, type TypstDocument } from './compile-document.ts'

/** A document ready to be set: its template, texts and where its pictures lie. */
export interface Drawing {
  template: string
  /** What the template reads, beside `pictures` (names of those that are there) and `isScreen`. */
  data: object
  /** Name in the template → key in the storage. */
  pictures: Record<string, string>
  name: string
  /** ISO. */
  madeAt: string
}

/** A document that was set before and kept. */
export interface StoredDrawing {
  storageKey: string
  name: string
  type: string
  size: number
}

type Format = TypstDocument['format']

interface Asked {
  format: Format
  /** Code of the error (422) where a document cannot be set. */
  fault: string
  /** The transaction that prepares it; no document is set within one. */
  prepare: (ctx: Ctx) => Promise<Drawing | StoredDrawing>
}

/** Answers with a document that is prepared in one transaction and set after it, or with a kept one. */
export async function drawn(app: App, actor: Actor, { format, fault, prepare }: Asked): Promise<FileAnswer> {
  const prepared = await withCtx(app, { actor, readOnly: true, run: prepare })
  if ('storageKey' in prepared) {
    const { storageKey, name, type, size } = prepared
    return { stream: await app.storage.get(storageKey), name, type, size, inline: true }
  }
  const content = await setDrawing(app, prepared, { format, fault })
  return {
    stream: Readable.from([content]),
    name: `${prepared.name}.${format}`,
    type: format === 'pdf' ? 'application/pdf' : 'image/svg+xml',
    size: content.length,
    inline: true,
  }
}

/** @throws AppError of code `fault` (422) */
export async function setDrawing(
  app: App,
  { template, data, pictures, madeAt }: Drawing,
  { format, fault }: Omit<Asked, 'prepare'>,
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
    app.log.error({ reason: error.options.params, fault }, 'a document could not be set')
    throw new AppError(fault, { status: 422 })
  }
}
