import type { DrawFormat } from '@peyvand/files/contract'
import { picturesOf, requirePictures, storedFile } from '@peyvand/files/server'
import { AppError, type Ctx, type Drawing, type StoredDrawing } from '@peyvand/platform/server'
import type { CreateLetter, LetterheadInput } from '../../contract/index.ts'
import { getLetter } from '../letter-view.ts'
import { picturesIn } from '../letterheads.ts'
import { namedLetters } from '../links.ts'
import { sheetOf } from '../sheets.ts'
import { maySign, signerById } from '../signers.ts'
import type { LetterPaper } from './letter-paper.ts'
import { letterTemplate } from './letter-template.ts'
import { layOut, paperOf, printedOf } from './paper-of.ts'
import { paperWords } from './paper-words.ts'
import { sampleLetter } from './sample-letter.ts'

/** An issued letter, from what was kept of it. */
export const issuedDrawing = (ctx: Ctx, paper: LetterPaper): Promise<Drawing> =>
  drawingOf(ctx, paper, paper.subject)

/**
 * A letter as it stands: as issued (its kept PDF), void ones marked so, drafts marked too.
 * @throws AppError activities.notFound (404), letters.notWritten (409)
 */
export async function letterDrawing(
  ctx: Ctx,
  { id, format }: { id: string; format: DrawFormat },
): Promise<Drawing | StoredDrawing> {
  const letter = await getLetter(ctx, id)
  const sheet = await sheetOf(ctx, id)
  if (!sheet) throw new AppError('letters.notWritten', { status: 409 })
  const { paper, finalFileId } = sheet
  if (!paper) {
    const draft = await paperOf(ctx, printedOf(letter), { isDraft: true, at: ctx.now().toISOString() })
    return drawingOf(ctx, draft, letter.subject)
  }
  if (letter.voided)
    return drawingOf(ctx, { ...paper, mark: paperWords[paper.language].void }, letter.subject)
  if (format === 'pdf' && finalFileId) return storedFile(ctx, finalFileId)
  return issuedDrawing(ctx, paper)
}

/** A letter that is being written, before it is saved; signatures are shown to those who may put them under it. */
export async function unsavedDrawing(ctx: Ctx, input: CreateLetter): Promise<Drawing> {
  const links = await namedLetters(ctx, input.links)
  const signer = await signerById(ctx, input.signerId)
  const signed = input.signed && signer !== undefined && maySign(ctx, signer)
  const printed = { ...input, signed, links, registryNo: null }
  const paper = await paperOf(ctx, printed, { isDraft: true, at: ctx.now().toISOString() })
  return drawingOf(ctx, paper, input.subject)
}

/** A sample letter on a design, for its editor. @throws AppError badInput (400) at a picture's field */
export async function designDrawing(ctx: Ctx, head: LetterheadInput): Promise<Drawing> {
  await requirePictures(ctx, picturesIn(head))
  const at = ctx.now().toISOString()
  const paper = await layOut(ctx, sampleLetter(head.language), { head, isDraft: false, at })
  const pictures = { ...paper.pictures, ...(head.stampId ? { stamp: head.stampId } : {}) }
  return drawingOf(ctx, { ...paper, pictures }, head.name)
}

const drawingOf = async (ctx: Ctx, paper: LetterPaper, name: string): Promise<Drawing> => ({
  template: letterTemplate,
  data: paper,
  pictures: await picturesOf(ctx, paper.pictures),
  name,
  madeAt: paper.madeAt,
})
