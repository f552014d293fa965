import { attachFiles, requirePictures } from '@peyvand/files/server'
import { cleanText } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import {
  badField,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { DocumentKind, PaperDesign, PaperDesignChange, PaperDesignInput } from '../../contract/index.ts'
import { readyDesign } from './ready-design.ts'
import './tables.ts'

type DesignRow = Selectable<Tables['documentDesigns']>

export const listDesigns = async (ctx: Ctx): Promise<PaperDesign[]> => (await designRows(ctx)).map(view)

/**
 * The design that a document is printed in: a chosen one, or the usual one of its kind in a language.
 * @throws AppError badInput (400) at `designId` for one that is gone
 */
export async function designFor(
  ctx: Ctx,
  {
    kind,
    language,
    designId,
  }: { kind: DocumentKind; language: Locale; designId?: string | null | undefined },
): Promise<PaperDesignInput> {
  const rows = await designRows(ctx)
  if (designId) {
    const chosen = rows.find(({ id }) => id === designId)
    if (!chosen) throw badField('designId', 'documents.unknownDesign')
    return chosen
  }
  const usual = rows.find(
    (row) => row.archivedAt === null && row.language === language && row.kinds.includes(kind),
  )
  return usual ?? readyDesign(kind, language)
}

/** @throws AppError badInput (400) at a picture's field */
export async function createDesign(ctx: Ctx, input: PaperDesignInput): Promise<PaperDesign> {
  await requirePictures(ctx, picturesIn(input))
  const id = newId()
  await takeOverKinds(ctx, { ...input, id })
  const row = await ctx.db
    .insertInto('documentDesigns')
    .values({ ...cleaned(input), tenantId: ctx.tenantId, id, archivedAt: null })
    .returningAll()
    .executeTakeFirstOrThrow()
  await keepPictures(ctx, id, Object.values(picturesIn(input)))
  ctx.audit({ action: 'create', record: 'documentDesigns', recordId: id, label: row.name })
  return view(row)
}

/** @throws AppError notFound, versionConflict; badInput (400) at a picture's field */
export async function updateDesign(
  ctx: Ctx,
  id: string,
  { version, archived, ...input }: PaperDesignChange,
): Promise<PaperDesign> {
  const before = (await designRows(ctx)).find((row) => row.id === id)
  if (!before) throw notFound()
  requireVersion(before, version, view(before))
  await requirePictures(ctx, picturesIn(input))
  if (!archived) await takeOverKinds(ctx, { ...input, id })
  const after = await ctx.db
    .updateTable('documentDesigns')
    .set({
      ...cleaned(input),
      archivedAt: archived ? (before.archivedAt ?? ctx.now().toISOString()) : null,
      version: version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const present = Object.values(picturesIn(before))
  await keepPictures(
    ctx,
    id,
    Object.values(picturesIn(after)).filter((file) => !present.includes(file)),
  )
  ctx.audit({
    action: 'update',
    record: 'documentDesigns',
    recordId: id,
    label: after.name,
    changes: changesBetween<Record<string, unknown>>(before, after),
  })
  return view(after)
}

/** The pictures of a design by their fields. */
export const picturesIn = ({
  logoId,
  signatureId,
  stampId,
}: Pick<PaperDesignInput, 'logoId' | 'signatureId' | 'stampId'>) => ({ logoId, signatureId, stampId })

const designRows = (ctx: Ctx): Promise<DesignRow[]> =>
  ctx.db
    .selectFrom('documentDesigns')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('id')
    .execute()

/** One design is the usual one of a kind in a language. */
async function takeOverKinds(
  ctx: Ctx,
  { id, kinds, language }: Pick<PaperDesign, 'id' | 'kinds' | 'language'>,
): Promise<void> {
  await ctx.db
    .updateTable('documentDesigns')
    .set({
      kinds: sql`array(select kind from unnest(kinds) kind where kind <> all(${sql.val(kinds)}::text[]))`,
      version: sql`version + 1`,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '<>', id)
    .where('language', '=', language)
    .where(sql<boolean>`kinds && ${sql.val(kinds)}::text[]`)
    .execute()
}

/** Pictures that were replaced stay with the design, as papers of before may be shown with them. */
const keepPictures = (ctx: Ctx, id: string, pictures: readonly (string | null)[]) =>
  attachFiles(ctx, 'documentDesigns', id, [...new Set(pictures.flatMap((file) => file ?? []))])

const cleaned = (input: PaperDesignInput): PaperDesignInput => ({ ...input, name: cleanText(input.name) })

const view = ({ tenantId: _tenant, archivedAt, ...row }: DesignRow): PaperDesign => ({
  ...row,
  archived: archivedAt !== null,
})
