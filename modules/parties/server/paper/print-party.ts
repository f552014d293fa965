import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { storedFile } from '@peyvand/files/server'
import { firmSettings } from '@peyvand/identity/server'
import {
  type Actor,
  type App,
  AppError,
  type Ctx,
  compileDocument,
  type FileAnswer,
  withCtx,
} from '@peyvand/platform/server'
import { getParty } from '../party-queries.ts'
import { paperTemplate } from './paper-template.ts'
import { type PrintParty, partyPaper } from './party-paper.ts'

const drawable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/**
 * The file of a party as PDF. What it says is gathered in a transaction, and set after it by a thread of its own.
 * @throws AppError notFound (404), parties.notPrinted (422)
 */
export async function printParty(
  app: App,
  actor: Actor,
  { id, ...given }: PrintParty & { id: string },
): Promise<FileAnswer> {
  const madeAt = app.now()
  const { party, paper, keys } = await withCtx(app, {
    actor,
    run: async (ctx) => {
      const party = await getParty(ctx, id)
      const paper = await partyPaper(ctx, party, given)
      const { logoFileId } = await firmSettings(ctx)
      ctx.audit({ action: 'export', record: 'parties', recordId: party.id, label: party.name })
      return { party, paper, keys: await picturesOf(ctx, { logo: logoFileId, photo: party.photoFileId }) }
    },
  })
  const pictures: Record<string, Uint8Array> = {}
  for (const [name, key] of Object.entries(keys)) pictures[name] = await buffer(await app.storage.get(key))
  const present = Object.fromEntries(Object.keys(pictures).map((name) => [name, true]))
  try {
    const content = await compileDocument({
      template: paperTemplate,
      data: { ...paper, pictures: present },
      pictures,
      format: 'pdf',
      madeAt,
    })
    const stream = Readable.from([content])
    return { stream, name: `${party.name}.pdf`, type: 'application/pdf', size: content.length, inline: true }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'typst.failed') throw error
    app.log.error({ reason: error.options.params }, 'the file of a party could not be set')
    throw new AppError('parties.notPrinted', { status: 422 })
  }
}

/** Where the pictures lie; those that cannot be drawn are left out. */
async function picturesOf(ctx: Ctx, fileIds: Record<string, string | null>): Promise<Record<string, string>> {
  const keys: Record<string, string> = {}
  for (const [name, fileId] of Object.entries(fileIds)) {
    const file = fileId ? await storedFile(ctx, fileId).catch(() => null) : null
    if (file && drawable.has(file.type)) keys[name] = file.storageKey
  }
  return keys
}
