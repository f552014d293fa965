import { Readable } from 'node:stream'
import { finishUpload, storeContent, storedFile } from '@peyvand/files/server'
import { UpdateParty } from '@peyvand/parties/contract'
import { getParty, updateParty } from '@peyvand/parties/server'
import { AppError, type JobRun } from '@peyvand/platform/server'
import { type Card, readCards } from './read-cards.ts'

/** Larger ones are no portraits. */
const largestPhoto = 8 * 1024 * 1024

/**
 * Gives the persons that an import of cards made the pictures of their cards. It follows the rows, which must not wait
 * for pictures to be stored, and is part of the run, so that the undo does not take them for somebody's later work. Cut
 * off, it goes on with those who have none yet.
 */
export async function giveCardPhotos(job: JobRun, importId: string): Promise<void> {
  const { encoding, storageKey } = await job.inFirm(
    async (ctx) => {
      const { format, fileId } = await ctx.db
        .selectFrom('imports')
        .select(['format', 'fileId'])
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', importId)
        .executeTakeFirstOrThrow()
      return { encoding: format.encoding ?? 'utf8', storageKey: (await storedFile(ctx, fileId)).storageKey }
    },
    { readOnly: true },
  )
  let row = 0
  const content = await job.app.storage.get(storageKey)
  for await (const card of readCards(content, { encoding, withPictures: true })) {
    row += 1
    const photo = photoIn(card)
    if (photo) await givePhoto(job, { importId, row, photo })
  }
}

/** The picture that a card itself holds, as 2.1 and 3.0 or as 4.0 write it. */
function photoIn(card: Card): Buffer | null {
  const photo = card.find(({ name }) => name === 'PHOTO')
  if (!photo) return null
  const encoding = photo.params.get('ENCODING')?.[0]
  const [, inline] = /^data:[^,]*;base64\\?,(.*)$/s.exec(photo.value) ?? []
  const text = inline ?? (encoding === 'b' || encoding === 'base64' ? photo.value : null)
  if (!text || text.length > largestPhoto * 1.4) return null
  return Buffer.from(text.replace(/\s/g, ''), 'base64')
}

interface GivePhoto {
  importId: string
  row: number
  photo: Buffer
}

async function givePhoto(job: JobRun, { importId, row, photo }: GivePhoto): Promise<void> {
  const party = await job.inFirm(
    async (ctx) => {
      const made = await ctx.db
        .selectFrom('importRows')
        .select('written')
        .where('tenantId', '=', ctx.tenantId)
        .where('importId', '=', importId)
        .where('row', '=', row)
        .executeTakeFirst()
      const [main] = made?.written ?? []
      return main?.isNew ? getParty(ctx, main.id).catch(unlessGone) : null
    },
    { readOnly: true },
  )
  if (!party || party.photoFileId !== null || !party.can.update) return
  const fileId = await storeContent(job.app, job.actor, {
    name: party.name,
    content: Readable.from([photo]),
  }).catch(unlessUnfit)
  if (!fileId) return
  await job.inFirm(async (ctx) => {
    const { version, photoFileId } = await getParty(ctx, party.id)
    if (photoFileId !== null) return
    await finishUpload(ctx, fileId)
    await updateParty(
      ctx,
      party.id,
      UpdateParty.parse({ version, photoFileId: fileId, acceptDuplicates: true }),
    )
  })
}

/** Somebody has deleted the record since. */
function unlessGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'notFound') return null
  throw error
}

/** A picture of a kind that we do not keep is left out. */
function unlessUnfit(error: unknown): null {
  if (error instanceof AppError && (error.options.status === 415 || error.code === 'files.empty')) return null
  throw error
}
