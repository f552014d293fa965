import { requireTags } from '@peyvand/customization/server'
import { activeUser } from '@peyvand/identity/server'
import { type ImportSettings, MatchKey } from '@peyvand/imports/contract'
import { importCandidates, importStays, listGroups } from '@peyvand/parties/server'
import { badField, type Ctx } from '@peyvand/platform/server'
import type { ImportTarget } from '../import-target.ts'
import { partyImportFields } from './party-fields.ts'
import type { PartyItem } from './party-item.ts'
import { partyReader } from './party-reader.ts'
import { drawNumbers, problemOfNewParty, undoParties, writeParties } from './party-writer.ts'

/** How parties are imported. */
export const partyTarget: ImportTarget<PartyItem> = {
  record: 'parties',
  permission: 'parties.create',
  tables: ['parties', 'contact_points', 'addresses', 'party_group_members', 'party_links', 'timeline'],
  matchBy: MatchKey.options,
  fields: partyImportFields,
  reader: partyReader,
  candidates: importCandidates,
  checkSettings,
  problemOfNew: problemOfNewParty,
  draw: drawNumbers,
  write: writeParties,
  stays: importStays,
  undo: undoParties,
}

/** @throws AppError badInput (400) at `settings.groups`, `settings.ownerId`, `settings.tagIds` */
async function checkSettings(ctx: Ctx, { groups, ownerId, tagIds }: ImportSettings): Promise<void> {
  if (groups.length > 0) {
    const known = new Set(
      (await listGroups(ctx)).filter((group) => group.archivedAt === null).map((group) => group.key),
    )
    if (groups.some((key) => !known.has(key))) throw badField('settings.groups', 'imports.unknownGroup')
  }
  if (ownerId && !(await activeUser(ctx, ownerId))) throw badField('settings.ownerId', 'parties.ownerUnknown')
  if (tagIds.length > 0) await requireTags(ctx, tagIds)
}
