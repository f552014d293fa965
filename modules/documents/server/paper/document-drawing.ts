import { picturesOf, requirePictures } from '@peyvand/files/server'
import { firmSettings } from '@peyvand/identity/server'
import type { Locale } from '@peyvand/platform/contract'
import type { Ctx, Drawing } from '@peyvand/platform/server'
import type { Document, DocumentKind, PaperDesignInput } from '../../contract/index.ts'
import { documentIn } from '../document-queries.ts'
import { designFor, picturesIn } from './designs.ts'
import { firmBlock } from './firm-block.ts'
import { modernTemplate } from './modern-template.ts'
import { officialTemplate } from './official-template.ts'
import type { PaperDocument } from './paper-document.ts'
import { paperOf } from './paper-of.ts'
import { paperWords } from './paper-words.ts'
import { sampleDocument } from './sample-document.ts'
import { sheetOf } from './sheet-of.ts'

interface Wanted {
  designId?: string | null | undefined
  language?: Locale | undefined
}

/**
 * A document on a chosen design, or the usual one of its kind.
 * @throws AppError badInput (400) at `designId`
 */
export async function documentDrawing(ctx: Ctx, document: Document, wanted: Wanted = {}): Promise<Drawing> {
  const { kind } = document
  const language = wanted.language ?? (await firmSettings(ctx)).locale
  const design = await designFor(ctx, { kind, language, designId: wanted.designId })
  const said = design.language === ctx.locale ? document : await documentIn(ctx, document.id, design.language)
  return drawingOf(ctx, await paperOf(ctx, said, design.language), design)
}

/** A sample on a design that is not saved yet. @throws AppError badInput (400) at a picture's field */
export async function designDrawing(
  ctx: Ctx,
  design: PaperDesignInput,
  kind: DocumentKind,
): Promise<Drawing> {
  await requirePictures(ctx, picturesIn(design))
  const { moneyUnit } = await firmSettings(ctx)
  const sample = sampleDocument(kind, { language: design.language, firm: await firmBlock(ctx), moneyUnit })
  return drawingOf(ctx, { ...sample, madeAt: ctx.now().toISOString() }, design)
}

async function drawingOf(ctx: Ctx, document: PaperDocument, design: PaperDesignInput): Promise<Drawing> {
  const title = paperWords[design.language].titles[document.kind]
  const { logoId, signatureId, stampId } = picturesIn(design)
  // Only what the firm stands by bears its signature.
  const isFinal = document.mark === null
  return {
    template: design.layout === 'official' ? officialTemplate : modernTemplate,
    data: sheetOf(document, design),
    pictures: await picturesOf(ctx, {
      logo: logoId ?? (await firmSettings(ctx)).logoFileId,
      ...(isFinal ? { signature: signatureId, stamp: stampId } : {}),
    }),
    name: [title, document.number].filter(Boolean).join(' '),
    madeAt: document.madeAt,
  }
}
