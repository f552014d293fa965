import { attachFiles, requirePictures } from '@peyvand/files/server'
import { activeUser, userName } from '@peyvand/identity/server'
import { cleanText } from '@peyvand/persian'
import {
  AppError,
  badField,
  type Ctx,
  changesBetween,
  may,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { Signer, SignerChange, SignerInput } from '../contract/index.ts'
import './tables.ts'

type SignerRow = Selectable<Tables['letterSigners']> & { userName: string | null }

export const listSigners = async (ctx: Ctx): Promise<Signer[]> =>
  (await signerRows(ctx)).map((row) => view(ctx, row))

/** Whether the caller may put this signature under a letter: it is their own, or they have the right to. */
export const maySign = (ctx: Ctx, { userId }: { userId: string | null }): boolean =>
  may(ctx.actor, 'letters.signForOthers') || (userId !== null && userId === ctx.actor.userId)

/** @throws AppError badInput (400) at `signerId` for one that is gone or out of use */
export async function requireSigner(ctx: Ctx, id: string): Promise<SignerRow> {
  const row = await signerById(ctx, id)
  if (!row || row.archivedAt !== null) throw badField('signerId', 'letters.unknownSigner')
  return row
}

export const signerById = async (ctx: Ctx, id: string | null): Promise<SignerRow | undefined> =>
  id === null ? undefined : (await signerRows(ctx)).find((row) => row.id === id)

/** @throws AppError letters.cannotSign (403) */
export function requireSigning(ctx: Ctx, signer: SignerRow): void {
  if (!maySign(ctx, signer)) throw new AppError('letters.cannotSign', { status: 403 })
}

/** @throws AppError badInput (400) at `userId`, `signatureId` */
export async function createSigner(ctx: Ctx, input: SignerInput): Promise<Signer> {
  await requireUser(ctx, input.userId)
  await requirePictures(ctx, { signatureId: input.signatureId })
  const id = newId()
  await ctx.db
    .insertInto('letterSigners')
    .values({ ...cleaned(input), tenantId: ctx.tenantId, id, archivedAt: null })
    .execute()
  if (input.signatureId) await attachFiles(ctx, 'letterSigners', id, [input.signatureId])
  ctx.audit({ action: 'create', record: 'letterSigners', recordId: id, label: input.name })
  return signerView(ctx, id)
}

/** @throws AppError notFound, versionConflict; badInput (400) at `userId`, `signatureId` */
export async function updateSigner(ctx: Ctx, id: string, change: SignerChange): Promise<Signer> {
  const before = await signerById(ctx, id)
  if (!before) throw notFound()
  const { version, archived, ...given } = change
  requireVersion(before, version, view(ctx, before))
  const { name, title, userId, signatureId } = { ...before, ...definedOnly(given) }
  if (userId !== before.userId) await requireUser(ctx, userId)
  if (signatureId !== before.signatureId) await requirePictures(ctx, { signatureId })
  const after = {
    ...cleaned({ name, title, userId, signatureId }),
    archivedAt:
      archived === undefined
        ? before.archivedAt
        : archived
          ? (before.archivedAt ?? ctx.now().toISOString())
          : null,
  }
  await ctx.db
    .updateTable('letterSigners')
    .set({ ...after, version: version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  // One that was replaced stays: letters that were issued with it are shown with it.
  if (signatureId && signatureId !== before.signatureId)
    await attachFiles(ctx, 'letterSigners', id, [signatureId])
  ctx.audit({
    action: 'update',
    record: 'letterSigners',
    recordId: id,
    label: name,
    changes: changesBetween<Record<string, unknown>>(before, after),
  })
  return signerView(ctx, id)
}

const definedOnly = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const cleaned = (input: SignerInput): SignerInput => ({
  ...input,
  name: cleanText(input.name),
  title: cleanText(input.title),
})

async function requireUser(ctx: Ctx, userId: string | null): Promise<void> {
  if (userId && !(await activeUser(ctx, userId))) throw badField('userId', 'letters.unknownUser')
}

const signerRows = (ctx: Ctx): Promise<SignerRow[]> =>
  ctx.db
    .selectFrom('letterSigners as s')
    .selectAll('s')
    .select(userName(sql`s.user_id`).as('userName'))
    .where('s.tenantId', '=', ctx.tenantId)
    .orderBy('s.id')
    .execute()

async function signerView(ctx: Ctx, id: string): Promise<Signer> {
  const row = await signerById(ctx, id)
  if (!row) throw notFound()
  return view(ctx, row)
}

const view = (ctx: Ctx, row: SignerRow): Signer => ({
  id: row.id,
  name: row.name,
  title: row.title,
  user: row.userId ? { id: row.userId, name: row.userName ?? '' } : null,
  signatureId: row.signatureId,
  archived: row.archivedAt !== null,
  version: row.version,
  can: { sign: maySign(ctx, row) },
})
