import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'
import { GroupKey } from './party-groups.ts'

const PartyId = z.object({ partyId: Id })

export const partyCreated = defineEvent('parties.party.created', PartyId, {
  label: { fa: 'مخاطب ثبت شد', en: 'Party created' },
  record: '/parties/:partyId',
})
/** `fields` are the names of those that changed, as in the record's answer. */
export const partyUpdated = defineEvent(
  'parties.party.updated',
  PartyId.extend({ fields: z.array(z.string()) }),
  { label: { fa: 'مخاطب ویرایش شد', en: 'Party changed' }, record: '/parties/:partyId' },
)
export const partyDeleted = defineEvent('parties.party.deleted', PartyId, {
  label: { fa: 'مخاطب به سطل بازیافت رفت', en: 'Party moved to the bin' },
})
export const partyRestored = defineEvent('parties.party.restored', PartyId, {
  label: { fa: 'مخاطب از سطل بازیافت برگشت', en: 'Party restored' },
  record: '/parties/:partyId',
})
/** For ever: what other modules keep of it must go. */
export const partyPurged = defineEvent('parties.party.purged', PartyId, {
  label: { fa: 'مخاطب برای همیشه حذف شد', en: 'Party deleted for ever' },
})
export const partyGroupChanged = defineEvent(
  'parties.party.groupChanged',
  PartyId.extend({
    group: GroupKey,
    change: z.enum(['joined', 'left', 'state']),
    state: GroupKey.nullable(),
  }),
  {
    label: { fa: 'گروه یا وضعیت مخاطب تغییر کرد', en: 'Party’s group or state changed' },
    record: '/parties/:partyId',
  },
)
/** Somebody was told of a party's file, and may open it now. */
export const partyShared = defineEvent(
  'parties.party.shared',
  PartyId.extend({ shareId: Id, toUserIds: z.array(Id), note: z.string().nullable() }),
  {
    label: { fa: 'مخاطب با همکار به اشتراک گذاشته شد', en: 'Party shared with a colleague' },
    record: '/parties/:partyId',
  },
)
const Merge = z.object({ survivorId: Id, mergedId: Id, mergeId: Id })

/** The merged record is in the recycle bin; what pointed to it belongs to the survivor now. */
export const partyMerged = defineEvent('parties.party.merged', Merge, {
  label: { fa: 'دو مخاطب ادغام شدند', en: 'Two parties merged' },
  record: '/parties/:survivorId',
})
/** The merge was undone: both records are as before. */
export const partyUnmerged = defineEvent('parties.party.unmerged', Merge, {
  label: { fa: 'ادغام دو مخاطب برگشت داده شد', en: 'Merge of two parties undone' },
  record: '/parties/:survivorId',
})
