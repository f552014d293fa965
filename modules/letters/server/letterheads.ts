import { attachFiles, requirePictures } from '@peyvand/files/server'
import { cleanText } from '@peyvand/persian'
import {
  badField,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import type { Letterhead, LetterheadChange, LetterheadInput } from '../contract/index.ts'
import './tables.ts'

export type LetterheadRow = Selectable<Tables['letterheads']>

export const listLetterheads = async (ctx: Ctx): Promise<Letterhead[]> =>
  (await letterheadRows(ctx)).map(view)

/** @throws AppError badInput (400) at `letterheadId` for one that is gone or out of use */
export async function requireLetterhead(ctx: Ctx, id: string): Promise<LetterheadRow> {
  const row = (await letterheadRows(ctx)).find((one) => one.id === id)
  if (!row || row.archivedAt !== null) throw badField('letterheadId', 'letters.unknownLetterhead')
  return row
}

/** The letterhead that letters get where none is chosen: the first in use. */
export async function letterheadOr(ctx: Ctx, id: string | null): Promise<LetterheadRow | null> {
  const rows = await letterheadRows(ctx)
  return rows.find((row) => row.id === id) ?? rows.find((row) => row.archivedAt === null) ?? null
}

/** @throws AppError badInput (400) at a picture's field */
export async function createLetterhead(ctx: Ctx, input: LetterheadInput): Promise<Letterhead> {
  await requirePictures(ctx, picturesIn(input))
  const row = await ctx.db
    .insertInto('letterheads')
    .values({ ...cleaned(input), tenantId: ctx.tenantId, id: newId(), archivedAt: null })
    .returningAll()
    .executeTakeFirstOrThrow()
  await keepPictures(ctx, row.id, Object.values(picturesIn(input)))
  ctx.audit({ action: 'create', record: 'letterheads', recordId: row.id, label: row.name })
  return view(row)
}

/** @throws AppError notFound, versionConflict; badInput (400) at a picture's field */
export async function updateLetterhead(ctx: Ctx, id: string, change: LetterheadChange): Promise<Letterhead> {
  const before = (await letterheadRows(ctx)).find((row) => row.id === id)
  if (!before) throw notFound()
  const { version, archived, ...given } = change
  requireVersion(before, version, view(before))
  const { tenantId: _tenant, id: _id, archivedAt, version: _version, ...design } = before
  const input = { ...design, ...given } as LetterheadInput
  await requirePictures(ctx, picturesIn(input))
  const after = await ctx.db
    .updateTable('letterheads')
    .set({
      ...cleaned(input),
      archivedAt:
        archived === undefined ? archivedAt : archived ? (archivedAt ?? ctx.now().toISOString()) : null,
      version: version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const present = Object.values(picturesIn(before))
  const added = Object.values(picturesIn(after)).filter((file) => !present.includes(file))
  await keepPictures(ctx, id, added)
  ctx.audit({
    action: 'update',
    record: 'letterheads',
    recordId: id,
    label: after.name,
    changes: changesBetween(before, after),
  })
  return view(after)
}

const letterheadRows = (ctx: Ctx): Promise<LetterheadRow[]> =>
  ctx.db.selectFrom('letterheads').selectAll().where('tenantId', '=', ctx.tenantId).orderBy('id').execute()

/** The pictures of a design by their fields. */
export const picturesIn = ({ logoId, backgroundId, stampId }: Omit<LetterheadInput, 'name'>) => ({
  logoId,
  backgroundId,
  stampId,
})

/** Pictures that were replaced stay with the letterhead: letters that were issued with them are shown with them. */
const keepPictures = (ctx: Ctx, id: string, pictures: readonly (string | null)[]) =>
  attachFiles(ctx, 'letterheads', id, [...new Set(pictures.flatMap((file) => file ?? []))])

const cleaned = (input: LetterheadInput): LetterheadInput => ({ ...input, name: cleanText(input.name) })

const view = ({ tenantId: _tenant, archivedAt, ...row }: LetterheadRow): Letterhead => ({
  ...row,
  archived: archivedAt !== null,
})
