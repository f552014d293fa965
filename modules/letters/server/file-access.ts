import { canSeeActivity } from '@peyvand/activities/server'
import type { RecordRef } from '@peyvand/files/contract'
import { type Ctx, may } from '@peyvand/platform/server'
import { maySign, signerById } from './signers.ts'

/** Kept PDFs follow their letter, pictures of letterheads the right to see letters, signatures the right to sign. */
export async function seesFileOf(ctx: Ctx, { record, recordId }: RecordRef): Promise<boolean | null> {
  if (record === 'letterPapers') return canSeeActivity(ctx, recordId)
  if (record === 'letterheads') return may(ctx.actor, 'activities.read')
  if (record !== 'letterSigners') return null
  const signer = await signerById(ctx, recordId)
  return may(ctx.actor, 'letters.manage') || (signer !== undefined && maySign(ctx, signer))
}

/** Pictures change with their record only; kept PDFs never. */
export const changesFileOf = async (_: Ctx, { record }: RecordRef): Promise<boolean | null> =>
  ['letterPapers', 'letterheads', 'letterSigners'].includes(record) ? false : null
