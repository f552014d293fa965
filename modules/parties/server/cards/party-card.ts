import { Readable } from 'node:stream'
import type { Ctx, FileAnswer } from '@peyvand/platform/server'
import { getParty } from '../party-queries.ts'
import { type CardVersion, writeCard } from './write-card.ts'

/** One party as a card to keep in an address book. @throws AppError notFound (404) */
export async function partyCard(ctx: Ctx, id: string, version: CardVersion): Promise<FileAnswer> {
  const party = await getParty(ctx, id)
  ctx.audit({ action: 'export', record: 'parties', recordId: party.id, label: party.name })
  return {
    stream: Readable.from([writeCard(party, { version, locale: ctx.locale })]),
    name: `${party.name}.vcf`,
    type: 'text/vcard; charset=utf-8',
  }
}
