import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { GroupKey } from './party-groups.ts'

const PartyId = z.object({ partyId: Id })

export const partyCreated = defineEvent('parties.party.created', PartyId)
/** `fields` are the names of those that changed, as in the record's answer. */
export const partyUpdated = defineEvent(
  'parties.party.updated',
  PartyId.extend({ fields: z.array(z.string()) }),
)
export const partyDeleted = defineEvent('parties.party.deleted', PartyId)
export const partyRestored = defineEvent('parties.party.restored', PartyId)
/** For ever: what other modules keep of it must go. */
export const partyPurged = defineEvent('parties.party.purged', PartyId)
export const partyGroupChanged = defineEvent(
  'parties.party.groupChanged',
  PartyId.extend({
    group: GroupKey,
    change: z.enum(['joined', 'left', 'state']),
    state: GroupKey.nullable(),
  }),
)
const Merge = z.object({ survivorId: Id, mergedId: Id, mergeId: Id })

/** The merged record is in the recycle bin; what pointed to it belongs to the survivor now. */
export const partyMerged = defineEvent('parties.party.merged', Merge)
/** The merge was undone: both records are as before. */
export const partyUnmerged = defineEvent('parties.party.unmerged', Merge)
